import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { number, plural } = words('ar-u-nu-latn')

/** How many people, after a noun of action. */
const people = (count: number) =>
  plural(count, {
    zero: 'صفر من المستخدمين',
    one: 'مستخدم واحد',
    two: 'مستخدمَين',
    few: '# مستخدمين',
    many: '# مستخدمًا',
    other: '# مستخدم',
  })

/** The act as a noun with the people as `#`, and what stands before how many it was done to. */
const act = (noun: string, done: string, text: string) => ({
  title: (count: number) => `${noun.replace('#', people(count))}؟`,
  text,
  verb: (count: number) => noun.replace('#', people(count)),
  running: (count: number) => `جارٍ ${noun.replace('#', people(count))}`,
  done: (count: number) => `${done}: ${number(count)}`,
})

/** The words of what is done to several people at once, in Arabic. */
export const bulk = {
  selectMatching: (count) => `تحديد كل المطابقين (${count})`,
  selectAll: (count) => `تحديد الكل (${count})`,
  selecting: (found, count) => `جارٍ التحديد، ${number(found)} من ${count}`,
  stop: 'إيقاف',
  more: 'إجراءات أخرى للمحددين',
  acts: {
    lock: act(
      'قفل #',
      'تم القفل',
      'لن يكون تسجيل الدخول ممكنًا حتى يلغي أحد المسؤولين القفل. ينتهي كل ما هو مفتوح فورًا.',
    ),
    unlock: act('إلغاء قفل #', 'تم إلغاء القفل', 'يُلغى القفل الظاهر لكل منهم. تبقى الأقفال الأخرى.'),
    deactivate: act(
      'تعطيل #',
      'تم التعطيل',
      'لن يكون تسجيل الدخول ممكنًا؛ وتبقى الأدوار والإعدادات محفوظة. ينتهي كل ما هو مفتوح فورًا.',
    ),
    reactivate: act('إعادة تفعيل #', 'تمت إعادة التفعيل', 'يعود استخدام الحسابات ممكنًا كما كان.'),
    delete: act(
      'حذف #',
      'تم الحذف',
      'يمكن استعادتهم لفترة؛ وبعدها لا يستطيع أحد إعادتهم. ينتهي كل ما هو مفتوح فورًا.',
    ),
    restore: act('استعادة #', 'تمت الاستعادة', 'يعودون معطّلين. أعِد تفعيلهم لمنحهم الوصول من جديد.'),
    resend: act(
      'إعادة دعوة #',
      'تمت إعادة الدعوة',
      'تُرسل إلى كل منهم رسالة برابط جديد؛ ولا يعود الرابط السابق يعمل.',
    ),
    endSessions: act(
      'تسجيل خروج #',
      'تم تسجيل الخروج',
      'تنتهي كل جلساتهم ورموز وصولهم فورًا. يمكنهم تسجيل الدخول من جديد.',
    ),
    resetAuthenticators: act(
      'إعادة تعيين وسائل مصادقة #',
      'تمت إعادة التعيين',
      'يُحذف ما تم اختياره وتنتهي كل الجلسات. يتم التسجيل من جديد عند الدخول القادم.',
    ),
    requireMfa: act(
      'تغيير العامل الثاني لدى #',
      'تم التغيير',
      'يسري ما تم اختياره من تسجيل الدخول القادم.',
    ),
    giveRole: act('منح دور إلى #', 'تم منح الدور', 'يسري الدور في المؤسسة وفي كل ما تحتها.'),
  },
  plan: {
    preview: 'معاينة',
    next: 'متابعة',
    running: 'جارٍ فحص ما سيحدث',
    possible: (count, asked) =>
      count === asked
        ? `يمكن التنفيذ على الكل (${number(count)}).`
        : `يمكن التنفيذ على ${number(count)} من ${number(asked)}.`,
    sessions: (count) => `الجلسات المفتوحة التي ستنتهي: ${number(count)}.`,
    refused: 'سيُرفض',
    type: (count) => `اكتب ${count} للتأكيد`,
    typeWrong: (count) => `اكتب عدد المستخدمين: ${count}.`,
    back: 'رجوع',
  },
  outcome: (done, refused) => (refused === 0 ? done : `${done}، مرفوض: ${number(refused)}`),
  told: (outcome) => `${outcome}.`,
  progress: (tried, count) => `${number(tried)} من ${number(count)}`,
  stopping: 'يتوقف بعد ما هو قيد التنفيذ.',
  stopped: (count) => `لم يصل الدور إلى ${people(count)}، ويبقى التحديد قائمًا.`,
  unknown: (count) => `لا يُعرف إن كان قد نُفّذ على ${people(count)}؛ ويبقى التحديد قائمًا.`,
  refusedTitle: 'مرفوض وما زال محددًا',
  moreRefused: (count) => `وغيرهم: ${number(count)}.`,
  close: 'إغلاق',
} satisfies UserPageMessages['bulk']

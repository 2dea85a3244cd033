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
const batch = (noun: string, done: string, text: string) => ({
  title: (count: number) => `${noun.replace('#', people(count))}؟`,
  text,
  verb: (count: number) => noun.replace('#', people(count)),
  running: (count: number) => `جارٍ ${noun.replace('#', people(count))}`,
  done: (count: number) => `${done}: ${number(count)}`,
})

/** The words of each act on a user, and of opening one, in Arabic. */
export const acts = {
  view: { menu: 'عرض وتحرير' },
  activate: {
    menu: 'تفعيل',
    title: (name) => `تفعيل ${name}؟`,
    text: 'تُرسل دعوة لإكمال إعداد الحساب، وتظهر الحالة «مدعو» حتى اكتماله.',
    verb: 'تفعيل المستخدم',
    done: (name) => `تم تفعيل ${name}.`,
  },
  resend: {
    menu: 'إعادة إرسال الدعوة',
    batch: batch(
      'إعادة دعوة #',
      'تمت إعادة الدعوة',
      'تُرسل إلى كل منهم رسالة برابط جديد؛ ولا يعود الرابط السابق يعمل.',
    ),
  },
  lock: {
    menu: 'قفل',
    title: (name) => `قفل ${name}؟`,
    text: 'لن يكون تسجيل الدخول ممكنًا حتى يلغي أحد المسؤولين القفل.',
    verb: 'قفل المستخدم',
    done: (name) => `تم قفل ${name}.`,
    batch: batch(
      'قفل #',
      'تم القفل',
      'لن يكون تسجيل الدخول ممكنًا حتى يلغي أحد المسؤولين القفل. ينتهي كل ما هو مفتوح فورًا.',
    ),
  },
  unlock: {
    menu: 'إلغاء القفل',
    title: (name) => `إلغاء قفل ${name}؟`,
    text: (kinds) => `يُلغى القفل الظاهر (${kinds}). تبقى الأقفال الأخرى.`,
    verb: 'إلغاء قفل المستخدم',
    done: (name) => `تم إلغاء قفل ${name}.`,
    stillLocked: (name, status) => `أُلغي القفل؛ لكن حالة ${name} ما زالت «${status}».`,
    batch: batch('إلغاء قفل #', 'تم إلغاء القفل', 'يُلغى القفل الظاهر لكل منهم. تبقى الأقفال الأخرى.'),
  },
  deactivate: {
    menu: 'تعطيل',
    title: (name) => `تعطيل ${name}؟`,
    text: 'لن يكون تسجيل الدخول ممكنًا؛ وتبقى الأدوار والإعدادات محفوظة.',
    verb: 'تعطيل المستخدم',
    done: (name) => `تم تعطيل ${name}.`,
    batch: batch(
      'تعطيل #',
      'تم التعطيل',
      'لن يكون تسجيل الدخول ممكنًا؛ وتبقى الأدوار والإعدادات محفوظة. ينتهي كل ما هو مفتوح فورًا.',
    ),
  },
  reactivate: {
    menu: 'إعادة التفعيل',
    title: (name) => `إعادة تفعيل ${name}؟`,
    text: 'يعود استخدام الحساب ممكنًا كما كان.',
    verb: 'إعادة تفعيل المستخدم',
    done: (name) => `تمت إعادة تفعيل ${name}.`,
    batch: batch('إعادة تفعيل #', 'تمت إعادة التفعيل', 'يعود استخدام الحسابات ممكنًا كما كان.'),
  },
  restore: {
    menu: 'استعادة',
    title: (name) => `استعادة ${name}؟`,
    text: 'يعود الحساب معطّلًا. تلزم إعادة تفعيله لإعادة الوصول.',
    verb: 'استعادة المستخدم',
    done: (name) => `تمت استعادة ${name}.`,
    batch: batch('استعادة #', 'تمت الاستعادة', 'يعودون معطّلين. أعِد تفعيلهم لمنحهم الوصول من جديد.'),
  },
  changeRole: { menu: 'تغيير الدور…' },
  assignRole: {
    menu: 'منح دور…',
    batch: batch('منح دور إلى #', 'تم منح الدور', 'يسري الدور في المؤسسة وفي كل ما تحتها.'),
  },
  move: {
    menu: 'نقل إلى مؤسسة أخرى…',
    title: (owner) => `نقل ${owner} إلى مؤسسة أخرى؟`,
    text: (from, roles) =>
      `لن يعود هذا الشخص ظاهرًا لمسؤولي ${from} فورًا.${roles === 0 ? '' : ` ${plural(roles, { one: 'يبقى دور واحد حيث مُنح.', two: 'يبقى دوران حيث مُنحا.', few: 'تبقى # أدوار حيث مُنحت.', many: 'يبقى # دورًا حيث مُنحت.', other: 'يبقى # دور حيث مُنحت.' })}`}`,
    to: 'المؤسسة الجديدة',
    already: 'ينتمي الشخص إليها بالفعل.',
    verb: 'نقل المستخدم',
    done: (owner, organization) => `أصبح ${owner} ينتمي إلى ${organization}.`,
  },
  resetPassword: { menu: 'إعادة تعيين كلمة المرور…' },
  resetCode: { menu: 'إعادة تعيين الرمز السري…' },
  enrollmentLink: { menu: 'إرسال رابط تسجيل…' },
  enrollSecurityKey: { menu: 'تسجيل مفتاح أمان…' },
  requireMfa: {
    menu: 'العامل الثاني…',
    title: (owner) => `العامل الثاني لـ ${owner}`,
    text: 'يسري الاختيار من تسجيل الدخول القادم.',
    verb: 'حفظ العامل الثاني',
    label: 'عند تسجيل الدخول القادم',
    once: { label: 'مطلوب', description: 'يسجّل عاملًا من ليس لديه.' },
    again: { label: 'مطلوب مع تسجيل جديد', description: 'يُسجَّل عامل جديد حتى لمن لديه عامل.' },
    no: { label: 'لم يعد مطلوبًا', description: 'يبقى ما هو مسجل ويمكن استخدامه.' },
    done: (owner) => `تم تغيير العامل الثاني لـ ${owner}.`,
    batch: batch(
      'تغيير العامل الثاني لدى #',
      'تم التغيير',
      'يسري ما تم اختياره من تسجيل الدخول القادم.',
    ),
  },
  resetAuthenticators: {
    menu: 'إعادة تعيين وسائل المصادقة…',
    batch: batch(
      'إعادة تعيين وسائل مصادقة #',
      'تمت إعادة التعيين',
      'يُحذف ما تم اختياره وتنتهي كل الجلسات. يتم التسجيل من جديد عند الدخول القادم.',
    ),
  },
  endSessions: {
    menu: 'إنهاء الجلسات…',
    batch: batch(
      'تسجيل خروج #',
      'تم تسجيل الخروج',
      'تنتهي كل جلساتهم ورموز وصولهم فورًا. يمكنهم تسجيل الدخول من جديد.',
    ),
  },
  delete: {
    menu: 'حذف',
    title: (name) => `حذف ${name}؟`,
    text: 'تمكن الاستعادة لفترة؛ وبعدها لا يمكن لأحد إعادة الحساب.',
    verb: 'حذف المستخدم',
    done: (name) => `تم حذف ${name}.`,
    batch: batch(
      'حذف #',
      'تم الحذف',
      'يمكن استعادتهم لفترة؛ وبعدها لا يستطيع أحد إعادتهم. ينتهي كل ما هو مفتوح فورًا.',
    ),
  },
  purge: {
    menu: 'حذف نهائي',
    title: (owner) => `حذف ${owner} نهائيًا؟`,
    text: 'يُزال كل شيء ما عدا سجل التدقيق، ويصبح اسم المستخدم متاحًا. لا يمكن لأحد إعادة الحساب.',
    verb: 'حذف نهائي',
    done: (owner) => `تم حذف ${owner} نهائيًا.`,
  },
} satisfies UserPageMessages['acts']

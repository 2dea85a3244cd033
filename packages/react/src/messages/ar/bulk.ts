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

/** The words of what is done to several people at once, in Arabic. */
export const bulk = {
  selectMatching: (count) => `تحديد كل المطابقين (${count})`,
  selectAll: (count) => `تحديد الكل (${count})`,
  selecting: (found, count) => `جارٍ التحديد، ${number(found)} من ${count}`,
  stop: 'إيقاف',
  more: 'إجراءات أخرى للمحددين',
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
  sentence: (outcome) => `${outcome}.`,
  progress: (tried, count) => `${number(tried)} من ${number(count)}`,
  stopping: 'يتوقف بعد ما هو قيد التنفيذ.',
  stopped: (count) => `لم يصل الدور إلى ${people(count)}، ويبقى التحديد قائمًا.`,
  unknown: (count) => `لا يُعرف إن كان قد نُفّذ على ${people(count)}؛ ويبقى التحديد قائمًا.`,
  refusedTitle: 'مرفوض وما زال محددًا',
  moreRefused: (count) => `وغيرهم: ${number(count)}.`,
  close: 'إغلاق',
} satisfies UserPageMessages['bulk']

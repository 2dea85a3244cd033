import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('ar-u-nu-latn')

const sessions = (count: number) =>
  plural(count, {
    zero: 'لا جلسات',
    one: 'جلسة واحدة',
    two: 'جلستان',
    few: '# جلسات',
    many: '# جلسة',
    other: '# جلسة',
  })
const links = (count: number) =>
  plural(count, {
    zero: 'لا روابط أو رموز مفتوحة',
    one: 'رابط أو رمز مفتوح واحد',
    two: 'رابطان أو رمزان مفتوحان',
    few: '# روابط ورموز مفتوحة',
    many: '# رابطًا ورمزًا مفتوحًا',
    other: '# رابط ورمز مفتوح',
  })

/** What ends with a deed, with real numbers; nothing where nothing ends. */
function ends(ended: number, open = 0): string {
  const parts = [...(ended > 0 ? [sessions(ended)] : []), ...(open > 0 ? [links(open)] : [])]
  return parts.length > 0 ? `ينتهي فورًا: ${parts.join(' و')}.` : ''
}

/** The words of links, codes and passwords that administrators hand out, in Arabic. */
export const secrets = {
  ends,
  once: {
    linkTitle: (name) => `رابط لـ ${name}`,
    codeTitle: (name) => `رمز إعادة تعيين لـ ${name}`,
    passwordTitle: (name) => `كلمة مرور مؤقتة لـ ${name}`,
    text: (name) => `يُعرض هذه المرة فقط. يمكن لكل من يملكه استخدامه: يُرجى تسليمه إلى ${name} وحده.`,
    link: 'الرابط',
    code: 'الرمز',
    password: 'كلمة المرور المؤقتة',
    until: (when) => `صالح لاستخدام واحد، حتى ${when}.`,
    mailedToo: (address) => `وهو أيضًا في طريقه إلى ${address}.`,
    timeLeft: (left) => `المتبقي ${left}`,
    enteredAt: (page) => `يُدخل في ${page}`,
    over: 'انتهت مدته. يُرجى إنشاء رمز جديد.',
    done: 'تم',
    leaving: {
      title: 'إغلاق دون نسخ؟',
      text: 'لا يمكن عرضه مرة أخرى. سيلزم إنشاء واحد جديد، مما ينهي هذا.',
      keep: 'رجوع',
      leave: 'إغلاق',
    },
  },
  added: {
    title: (name) => `تمت إضافة ${name}`,
    mailed: (address, until) => `الدعوة في طريقها إلى ${address}. وهي صالحة حتى ${until}.`,
    handOver: (name) =>
      `يُرجى تسليم هذا الرابط إلى ${name}. يُعرض هذه المرة فقط، ويمكن لكل من يملكه استخدامه.`,
    another: 'إضافة شخص آخر',
  },
  sent: (name, address) => `رسالة ${name} في طريقها إلى ${address}.`,
  resend: {
    title: (name) => `إعادة دعوة ${name}؟`,
    text: 'يُنشأ رابط جديد لإكمال إعداد الحساب. لا يعود الرابط السابق يعمل.',
    way: 'كيف يتم التسليم؟',
    mail: 'عبر البريد',
    mailText: (address) => `يُرسل إلى ${address}.`,
    show: 'تسليم شخصي',
    showText: 'يُعرض لك الرابط مرة واحدة لنسخه.',
    send: 'إرسال الدعوة',
    make: 'إنشاء الرابط',
  },
  enrolment: {
    act: 'إرسال رابط تسجيل',
    title: (name) => `إنشاء رابط تسجيل لـ ${name}؟`,
    text: 'تُسجَّل به وسيلة مصادقة دون تسجيل الدخول. يُرسل عبر البريد أو يُعرض لك بحسب إعداد البوابة؛ ولا يعود الرابط السابق يعمل.',
    verb: 'إنشاء الرابط',
  },
  resetCode: {
    title: (name) => `إنشاء رمز إعادة تعيين لـ ${name}؟`,
    text: 'يُختار به رمز سري جديد خلال دقائق. يُرجى التأكد من هوية الشخص: لا يعود رمز إعادة التعيين السابق يعمل.',
    verb: 'إنشاء الرمز',
  },
  password: {
    title: (name) => `إعادة تعيين كلمة مرور ${name}؟`,
    way: 'كيف؟',
    send: 'إرسال رابط',
    sendText: 'تُختار به كلمة مرور جديدة. تعمل السابقة حتى ذلك الحين.',
    temporary: 'إنشاء كلمة مرور مؤقتة',
    temporaryText: 'تُعرض لك مرة واحدة وتصلح لدخول واحد، ثم تُختار كلمة مرور خاصة.',
    expire: 'طلب كلمة جديدة عند الدخول القادم',
    expireText: 'يتم الدخول مرة أخرى بالسابقة، ثم يجب اختيار غيرها.',
    remove: 'إزالة كلمة المرور',
    removeText: 'يكون الدخول بوسائل أخرى، أو لا يكون حتى تُعيَّن كلمة جديدة.',
    signOut: 'تسجيل الخروج من كل مكان',
    signOutText: (count) =>
      count === undefined
        ? 'تنتهي كل الجلسات.'
        : count === 0
          ? 'لا توجد جلسات مفتوحة حاليًا.'
          : `ينتهي فورًا: ${sessions(count)}.`,
    consequence: {
      send: 'تظهر الحالة «قيد الاسترداد» حتى اختيار كلمة جديدة.',
      temporary: 'لا تعود كلمة المرور السابقة تعمل.',
      expire: 'لا يمكن استخدام أي شيء حتى اختيار كلمة جديدة.',
      remove: 'لا تعود كلمة المرور تعمل.',
    },
    verbs: {
      send: 'إرسال الرابط',
      temporary: 'إنشاء كلمة مرور مؤقتة',
      expire: 'إنهاء صلاحية كلمة المرور',
      remove: 'إزالة كلمة المرور',
    },
    done: {
      expire: (name) => `يجب على ${name} اختيار كلمة مرور جديدة عند الدخول القادم.`,
      remove: (name) => `تمت إزالة كلمة مرور ${name}.`,
    },
    label: 'كلمة المرور',
    states: {
      none: 'لا يوجد',
      set: 'معيّنة',
      temporary: 'مؤقتة، تُستبدل عند الدخول القادم',
      expired: 'تُستبدل عند الدخول القادم',
      reset_pending: 'طُلبت إعادة التعيين؛ وما زالت السابقة تعمل',
    },
    federated: 'لا يوجد هنا: الدخول عبر اتحاد',
    since: (state, when) => `${state} (منذ ${when})`,
    sinceUntil: (state, when) => `${state} (حتى ${when})`,
  },
  open: {
    activation: { name: 'الدعوة', again: 'إعادة الإرسال' },
    recovery: { name: 'رابط كلمة مرور جديدة', again: 'إعادة الإرسال' },
    enrolment: { name: 'رابط التسجيل', again: 'إنشاء رابط جديد' },
    reset_code: { name: 'رمز إعادة التعيين', again: 'إنشاء رمز جديد' },
  },
  sentTo: (what, address, until) => `${what}: تم الإرسال إلى ${address}، والصلاحية حتى ${until}`,
  onItsWay: (what, address, until) => `${what}: جارٍ الإرسال إلى ${address}، والصلاحية حتى ${until}`,
  handedOver: (what, until) => `${what}: تم التسليم، والصلاحية حتى ${until}`,
  expired: (what, when) => `${what}: انتهت الصلاحية في ${when}`,
  uninvited: 'لا توجد دعوة مفتوحة',
  failed: (what, address) => `${what}: تعذّر التسليم إلى ${address}`,
  failedText: (why) => `رد خادم البريد: ${why}`,
  waiting: (what, address, when) =>
    `${what}: لم يتم الإرسال إلى ${address} بعد؛ المحاولة التالية ${when}`,
  notices: 'إشعار بتغيير',
} satisfies UserPageMessages['secrets']

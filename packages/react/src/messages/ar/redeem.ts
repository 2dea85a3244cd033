import type { RedeemMessages } from '../en-redeem.js'
import { words } from '../words.js'
import { securityKey } from './security-key.js'

const { number, plural } = words('ar-u-nu-latn')

const sessions = (count: number) =>
  plural(count, {
    one: 'انتهت جلسة واحدة',
    two: 'انتهت جلستان',
    few: 'انتهت # جلسات',
    many: 'انتهت # جلسة',
    other: 'انتهت # جلسة',
  })

/** The words of the pages that links lead to, in Arabic. */
export const redeem = {
  opening: 'جارٍ فتح الرابط',
  until: (when) => `هذا الرابط صالح لاستخدام واحد، حتى ${when}.`,
  signedAs: (userName, organization) => `اسم المستخدم في ${organization} هو ${userName}.`,
  signIn: 'الذهاب إلى تسجيل الدخول',
  forgotten: {
    title: 'هل نسيت كلمة المرور؟',
    text: 'يُرجى إدخال اسم المستخدم. نرسل إليك رابطًا لاختيار كلمة مرور جديدة.',
    userName: 'اسم المستخدم',
    missing: 'يُرجى إدخال اسم المستخدم.',
    send: 'إرسال الرابط',
    doneTitle: 'يُرجى التحقق من البريد',
    doneText: (userName) =>
      `إذا كان ${userName} اسم مستخدم هنا، فإن رابط اختيار كلمة مرور جديدة في طريقه إلى العنوان المسجل. يعمل الرابط مرة واحدة ولمدة قصيرة.`,
  },
  unusable: {
    title: 'لم يعد هذا الرابط يعمل',
    text: 'استُخدم من قبل، أو حل محله أحدث منه، أو انتهت مدته.',
    next: 'يُرجى طلب رابط جديد ممن أرسله. إذا اكتمل الإعداد فيمكن تسجيل الدخول مباشرة.',
  },
  otherAccount: {
    title: 'تم تسجيل الدخول بحساب آخر',
    text: 'هذا الرابط لشخص غير الذي سجّل الدخول هنا. يُرجى تسجيل الخروج أولًا ثم إعادة المحاولة.',
  },
  missing: {
    title: 'تُفتح هذه الصفحة بالرابط الخاص بك',
    text: 'تحتاج هذه الصفحة إلى الرابط الذي وصلك عبر البريد أو سُلّم إليك. يُرجى فتحه من جديد أو نسخه كاملًا إلى شريط العنوان.',
  },
  refusedTitle: 'تعذّر فتح الرابط',
  password: {
    label: 'كلمة المرور',
    newLabel: 'كلمة المرور الجديدة',
    show: 'إظهار',
    hide: 'إخفاء',
    showLong: 'إظهار كلمة المرور',
    hideLong: 'إخفاء كلمة المرور',
    hint: (minimum) => `الحد الأدنى لعدد الأحرف: ${number(minimum)}. يسهل تذكّر بضع كلمات متتابعة.`,
    toGo: (count) => `عدد الأحرف المتبقية: ${number(count)}.`,
    longEnough: 'الطول كافٍ.',
    tooShort: (minimum) =>
      `الحد الأدنى لعدد الأحرف: ${number(minimum)}. يسهل تذكّر بضع كلمات متتابعة.`,
    missing: 'يُرجى اختيار كلمة مرور.',
  },
  onboarding: {
    title: (name) => `مرحبًا ${name}`,
    text: (portal) => `يُرجى إعداد طريقة تسجيل الدخول إلى ${portal}.`,
    finish: 'إنهاء',
    doneTitle: (name) => `كل شيء جاهز يا ${name}`,
    doneText: (userName) => `يمكن تسجيل الدخول باسم المستخدم ${userName}.`,
  },
  newPassword: {
    title: 'اختيار كلمة مرور جديدة',
    text: (portal) => `لحسابك في ${portal}. يُسجَّل الخروج بعد ذلك من كل مكان آخر.`,
    save: 'حفظ كلمة المرور',
    doneTitle: 'تم تغيير كلمة المرور',
    doneText: (userName, ended) =>
      `${ended > 0 ? `${sessions(ended)}. ` : ''}يُرجى تسجيل الدخول باسم ${userName} وبكلمة المرور الجديدة.`,
  },
  factors: {
    title: 'العامل الثاني',
    required: (which) => `تشترط مؤسستك عاملًا إلى جانب كلمة المرور: ${which}.`,
    offered: 'موصى به: يحمي حسابك حتى لو عرف آخرون كلمة المرور.',
    missing: (which) => `يُرجى أولًا إعداد ${which}.`,
    one: { security_key: 'مفتاح أمان', totp: 'تطبيق مصادقة' },
    setUp: 'إعداد',
    setUpOne: (what) => `إعداد ${what}`,
    ready: 'جاهز',
    security_key: 'مفتاح الأمان',
    security_key_text: 'مفتاح يُدخل في الجهاز أو يُقرّب منه، أو الجهاز نفسه.',
    totp: 'تطبيق المصادقة',
    totp_text: 'تطبيق على الهاتف يعرض رمزًا جديدًا كل نصف دقيقة.',
    secret_code: 'الرمز السري',
    secret_code_text: (form) => `رمز تعرفه وتُدخله عند طلبه: ${form}.`,
    keyTitle: 'تسجيل مفتاح أمان',
    keyText: 'يُرجى تجهيز المفتاح.',
  },
  enrol: {
    title: (name) => `مرحبًا ${name}`,
    text: (portal) => `يُرجى تسجيل وسيلة مصادقة لـ ${portal}. يُستهلك الرابط بأول وسيلة تُسجَّل.`,
    doneTitle: (name) => `تم تسجيل ${name}`,
    doneText: 'يمكن استخدامها عند تسجيل الدخول القادم.',
    codeDoneTitle: 'تم تعيين الرمز السري',
    codeDoneText: 'يُرجى عدم مشاركته. يُطلب عند تسجيل الدخول.',
    finish: 'تم',
  },
  app: {
    title: 'إعداد تطبيق مصادقة',
    text: 'يُرجى مسح الصورة بالتطبيق على الهاتف ثم إدخال الرمز الذي يعرضه.',
    picture: 'رمز QR لتطبيق المصادقة',
    secret: 'أو إدخال هذا المفتاح في التطبيق',
    name: 'اسم التطبيق',
    nameStart: 'هاتفي',
    nameMissing: 'يُرجى إدخال اسم.',
    code: 'الرمز الذي يعرضه التطبيق',
    codeMissing: 'يُرجى إدخال الرمز الذي يعرضه التطبيق.',
    verb: 'إنهاء الإعداد',
    anew: 'البدء من جديد بصورة جديدة',
  },
  secretCode: {
    title: 'اختيار رمز سري',
    text: 'يُطلب عند تسجيل الدخول. يُرجى عدم مشاركته.',
    label: 'الرمز السري',
    newLabel: 'الرمز السري الجديد',
    hint: (form) => `المطلوب: ${form}.`,
    show: 'إظهار الرمز السري',
    hide: 'إخفاء الرمز السري',
    missing: 'يُرجى إدخال رمز سري.',
    verb: 'حفظ الرمز السري',
  },
  resetCode: {
    title: 'اختيار رمز سري جديد',
    text: 'يلزم رمز إعادة التعيين الذي سلّمه أحد المسؤولين. يعمل لبضع دقائق ولبضع محاولات.',
    userName: 'اسم المستخدم',
    userNameMissing: 'يُرجى إدخال اسم المستخدم.',
    code: 'رمز إعادة التعيين',
    codeHint: 'لا أهمية للمسافات والشرطات.',
    codeMissing: 'يُرجى إدخال رمز إعادة التعيين.',
    wrong:
      'اسم المستخدم ورمز إعادة التعيين غير متطابقين، أو انتهت مدة الرمز. يُرجى التحقق منهما أو طلب رمز جديد: تُنهيه بضع محاولات خاطئة.',
    doneTitle: 'تم تغيير الرمز السري',
    doneText: 'يُستخدم الرمز الجديد من الآن.',
  },
  securityKey,
} satisfies RedeemMessages

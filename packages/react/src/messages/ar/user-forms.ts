import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('ar')

/** So many days, after a preposition. */
const soManyDays = (days: number) =>
  plural(days, { one: 'يوم واحد', two: 'يومين', few: '# أيام', many: '# يومًا', other: '# يوم' })

/** The dialogs of the acts on a person, in Arabic. */
export const dialogs = {
  reason: 'السبب',
  reasonMissing: 'يُرجى إدخال سبب.',
  reasonHint: 'يراه المسؤولون الآخرون ويُحفظ في سجل التدقيق.',
  until: 'حتى',
  untilHint: 'يبقى القفل حتى يُلغى إذا تُرك الحقل فارغًا.',
  userName: 'اسم المستخدم',
  typeUserName: (userName) => `يُرجى كتابة ${userName} للتأكيد.`,
  userNameWrong: 'يُرجى كتابة اسم المستخدم كما هو معروض تمامًا.',
} satisfies UserPageMessages['dialogs']

/** The short form of adding a person. */
export const invite = {
  title: 'دعوة عبر البريد',
  text: 'تُرسل رسالة فيها رابط لإكمال إعداد الحساب.',
  verb: 'دعوة المستخدم',
  userNameHint: 'مأخوذ من عنوان البريد؛ يمكن تغييره عند الحاجة.',
} satisfies UserPageMessages['invite']

/** Adding a person. */
export const wizard = {
  title: 'إضافة مستخدم',
  steps: { who: 'من', where: 'أين وماذا', how: 'تسجيل الدخول', review: 'المراجعة' },
  questions: {
    who: 'من هو الشخص؟',
    where: 'إلى أي مؤسسة ينتمي، وما المسموح له؟',
    how: 'كيف سيسجّل الدخول؟',
    review: 'هل هذا صحيح؟',
  },
  givenName: 'الاسم الأول',
  familyName: 'اسم العائلة',
  userName: 'اسم المستخدم',
  userNameHint: 'لا فرق بين الأحرف الكبيرة والصغيرة.',
  userNameTaken: (userName) => `«${userName}» مستخدم هناك بالفعل. يُرجى اختيار اسم مستخدم آخر.`,
  primaryEmail: 'البريد الأساسي',
  secondaryEmail: 'البريد الثانوي',
  phone: 'رقم الهاتف',
  userType: 'نوع المستخدم',
  organization: 'المؤسسة',
  chooseOrganization: 'يُرجى اختيار مؤسسة.',
  role: 'الدور',
  noRole: 'بلا دور',
  noRoleText: 'ينتمي إلى المؤسسة ولا يدير شيئًا.',
  roles: 'الأدوار',
  mainRole: 'الدور الرئيسي',
  mainRoleHint: 'يظهر الدور الرئيسي أولًا في صفحة الشخص.',
  furtherRole: (place) => `الدور ${place}`,
  roleAt: (place) => (place === 1 ? 'يسري في' : `يسري الدور ${place} في`),
  addRole: 'إضافة دور آخر',
  removeRole: (role) => `إزالة ${role}`,
  roleTwice: 'هذا الدور مذكور مرتين. يُرجى اختيار غيره أو إزالة أحدهما.',
  roleWhere: 'يُرجى اختيار مكان سريان الدور.',
  groups: 'المجموعات',
  noGroups: 'لا يوجد',
  groupElsewhere: (group, organization) =>
    `تنتمي ${group} إلى ${organization}، وهي ليست فوق هذا الشخص. تُرجى إزالتها.`,
  roleBeyond: 'يتجاوز صلاحياتك هناك.',
  activation: 'التفعيل',
  activationNow: 'تفعيل الآن',
  activationNowText: 'تُرسل دعوة عبر البريد أو يظهر لك الرابط، بحسب إعداد البوابة.',
  activationLater: 'لاحقًا',
  activationLaterText: 'لا يُرسل شيء. يبقى الحساب قيد التحضير حتى تفعيله.',
  activationLink: 'رابط للنسخ',
  activationLinkText: 'لا تُرسل أي رسالة. يُعرض لك الرابط مرة واحدة لتسليمه.',
  mfaRequired: 'اشتراط عامل ثانٍ',
  mfaRequiredText: 'يُسجَّل مع الدعوة أو عند تسجيل الدخول القادم.',
  federatedOnly: 'دخول اتحادي فقط',
  federatedOnlyText: 'لا كلمة مرور هنا؛ يتم الدخول عبر مزوّد الهوية الخاص.',
  finish: 'إضافة المستخدم',
  done: (name) => `تمت إضافة ${name}.`,
  name: 'الاسم',
  yes: 'نعم',
  no: 'لا',
} satisfies UserPageMessages['wizard']

/** The head and the profile of a person’s page. */
export const page = {
  back: 'كل المستخدمين',
  profile: 'الملف الشخصي',
  edit: 'تحرير',
  save: 'حفظ',
  cancel: 'إلغاء',
  saved: (name) => `تم حفظ ${name}.`,
  more: (name) => `إجراءات أخرى لـ ${name}`,
  lastSignedIn: 'آخر تسجيل دخول',
  neverSignedIn: 'لم يسجّل الدخول بعد',
  none: 'لا يوجد',
  managedBy: { sso: 'يُدار عبر الدخول الموحّد', scim: 'يُدار عبر SCIM', import: 'يُدار عبر الاستيراد' },
  mfa: 'العامل الثاني',
  mfaRequired: 'مطلوب',
  mfaOptional: 'غير مطلوب',
  signInRoute: 'تسجيل الدخول',
  anyRoute: 'كلمة مرور أو اتحاد',
  federated: 'اتحاد فقط',
  notFoundTitle: 'لا يمكن عرض هذا الشخص',
} satisfies UserPageMessages['page']

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization, provider) => `تُدار ${organization} في ${provider}`,
  several: (organizations) => `تُدار عبر الدخول الموحّد: ${organizations}`,
  one: (organization, provider) => `${organization} (${provider})`,
  text: 'تتم إضافة الأشخاص وتغييرهم ومنحهم الأدوار هناك. تبقى الأقفال والجلسات ووسائل المصادقة والمجموعات هنا.',
  addElsewhere: 'لا يمكن إضافة أحد إليها هنا؛ تُرجى الإضافة لدى المزوّد.',
} satisfies UserPageMessages['sso']

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: 'غير مطلوب',
    not_enrolled: 'مطلوب وغير مسجل',
    enrolled: 'مسجل',
    again: 'يلزم تسجيله من جديد',
  },
  dormant: {
    yes: 'خامل',
    no: 'غير خامل',
    note: (days) =>
      `خامل: لم يُسجَّل الدخول منذ ${soManyDays(days)}، أو لم يُسجَّل قط والإضافة أقدم من ذلك.`,
  },
  expiring: {
    yes: 'ينتهي قريبًا',
    no: 'لا ينتهي قريبًا',
    note: (days) => `ينتهي قريبًا: ينتهي الوصول أو أحد الأدوار خلال ${soManyDays(days)}.`,
  },
} satisfies UserPageMessages['facets']

/** A table in which nobody matches. */
export const noMatch = {
  title: 'لا مستخدم مطابق',
  text: (filters) => `لا أحد يطابق ${filters}.`,
  search: (text) => `«${text}»`,
  status: (names) => `الحالة ${names}`,
  role: (names) => `الدور ${names}`,
  organization: 'المؤسسة',
  mfa: (names) => `العامل الثاني ${names}`,
  dormant: { yes: 'خامل', no: 'غير خامل' },
  expiring: { yes: 'ينتهي قريبًا', no: 'لا ينتهي قريبًا' },
  clear: 'مسح البحث والتصفية',
} satisfies UserPageMessages['noMatch']

import type { MailWords } from './mail-words.js'

// Requests are nouns after يُرجى rather than imperatives, which would address a man or a woman.
export const ar = {
  direction: 'rtl',
  dateLocale: 'ar-u-ca-gregory-nu-latn',
  subject: '{title} – {brand}',
  greeting: 'مرحبًا {person}،',
  separator: ': ',
  labels: {
    userName: 'اسم المستخدم',
    organization: 'المؤسسة',
    factor: 'وسيلة المصادقة',
    former: 'العنوان السابق',
    present: 'العنوان الجديد',
    at: 'الوقت',
    requestedAt: 'وقت الطلب',
  },
  linkEnds: 'يعمل الرابط مرة واحدة فقط، وهو صالح حتى {expiresAt}.',
  codeEnds: 'يعمل الرمز مرة واحدة فقط، وهو صالح حتى {expiresAt}.',
  copyLink: 'أو يمكن نسخ هذا العنوان إلى المتصفح:',
  keepCodeSecret:
    'يُرجى عدم مشاركة هذا الرمز مع أي شخص: لن يطلبه منك أحد، ولا حتى أحد المسؤولين أو فريق الدعم.',
  unasked: {
    contact: 'إذا لم تكن هذه الرسالة متوقعة، فيمكن تجاهلها. للاستفسار يُرجى التواصل مع: {contact}',
    noContact:
      'إذا لم تكن هذه الرسالة متوقعة، فيمكن تجاهلها. للاستفسار يُرجى التواصل مع أحد المسؤولين في مؤسستك.',
  },
  expected: 'إذا كان هذا الإجراء متوقعًا، فلا يلزم القيام بأي شيء آخر.',
  unexpected: {
    contact: 'إذا لم يصدر هذا الإجراء عنك أو لم يكن متوقعًا، فيُرجى التواصل فورًا مع: {contact}',
    noContact:
      'إذا لم يصدر هذا الإجراء عنك أو لم يكن متوقعًا، فيُرجى التواصل فورًا مع أحد المسؤولين في مؤسستك.',
  },
  occasions: {
    activation: {
      title: 'تفعيل حسابك',
      happened: 'تمت دعوتك إلى {brand}.',
      next: 'يُرجى فتح الرابط لإكمال إعداد حسابك.',
      button: 'تفعيل الحساب',
    },
    recovery: {
      title: 'تعيين كلمة مرور جديدة',
      happened: 'ورد طلب منك أو من أحد المسؤولين لتعيين كلمة مرور جديدة لحسابك في {brand}.',
      next: 'يُرجى فتح الرابط لتعيينها.',
      button: 'تعيين كلمة المرور',
    },
    enrolment: {
      title: 'تسجيل مفتاح أمان أو تطبيق',
      happened: 'مطلوب منك تسجيل مفتاح أمان أو تطبيق لتسجيل الدخول إلى {brand}.',
      next: 'يُرجى تجهيزه ثم فتح الرابط واتباع الخطوات.',
      button: 'بدء التسجيل',
    },
    reset_code: {
      title: 'رمز إعادة التعيين',
      happened: 'يتيح لك هذا الرمز اختيار رمز سري جديد (PIN) لحسابك في {brand}.',
      next: 'يُرجى إدخاله عند اختيار الرمز السري الجديد:',
      button: 'اختيار رمز سري جديد',
    },
    factor_added: {
      title: 'تسجيل وسيلة مصادقة جديدة',
      happened: 'تم تسجيل وسيلة مصادقة جديدة لحسابك في {brand}.',
    },
    factor_removed: {
      title: 'إزالة وسيلة مصادقة',
      happened:
        'تمت إزالة إحدى وسائل المصادقة من حسابك في {brand}، ولم يعد تسجيل الدخول بها ممكنًا.',
    },
    factors_reset: {
      title: 'إعادة تعيين وسائل المصادقة',
      happened:
        'أعاد أحد المسؤولين تعيين وسائل المصادقة لحسابك في {brand}. سيُطلب منك تسجيل وسيلة جديدة عند تسجيل الدخول في المرة القادمة.',
    },
    password_changed: {
      title: 'تغيير كلمة المرور',
      happened: 'تم تغيير كلمة مرور حسابك في {brand}.',
    },
    password_reset: {
      title: 'إعادة تعيين كلمة المرور من قِبل أحد المسؤولين',
      happened:
        'أعاد أحد المسؤولين تعيين كلمة مرور حسابك في {brand}. سيُطلب منك اختيار كلمة مرور جديدة عند تسجيل الدخول في المرة القادمة.',
    },
    password_removed: {
      title: 'إزالة كلمة المرور',
      happened: 'تمت إزالة كلمة مرور حسابك في {brand}، ولم يعد تسجيل الدخول بها ممكنًا.',
    },
    email_changed: {
      title: 'تغيير عنوان البريد الإلكتروني',
      happened: 'تم تغيير عنوان البريد الإلكتروني لحسابك في {brand}.',
    },
    secret_code_changed: {
      title: 'تغيير الرمز السري',
      happened: 'تم تغيير الرمز السري (PIN) لحسابك في {brand}.',
    },
  },
} as const satisfies MailWords

import type { SecurityKeyMessages } from '../en-security-key.js'

/** The words of registering a security key, in Arabic. */
export const securityKey = {
  name: 'اسم المفتاح',
  nameHint: 'لتمييزه عن غيره لاحقًا، مثل «المفتاح الأزرق في الحلقة».',
  nameMissing: 'يُرجى إدخال اسم.',
  verb: 'تسجيل المفتاح',
  touch: 'لمس المفتاح',
  touchText:
    'يُرجى إدخال المفتاح في الجهاز أو تقريبه منه، واتباع إرشادات المتصفح، ولمس المفتاح عندما يومض.',
  stop: 'إيقاف',
  done: (name) => `تم تسجيل ${name}`,
  doneText: 'يمكن استخدامه عند تسجيل الدخول القادم.',
  product: 'المنتج',
  unknownProduct: 'غير معروف',
  close: 'تم',
  notHere: 'لا يمكن تسجيل مفاتيح الأمان هنا',
  problemTitle: 'لم يُسجَّل المفتاح',
  problems: {
    unsupported:
      'لا يمكن لهذا المتصفح تسجيل مفاتيح الأمان. يُرجى استخدام إصدار حديث من Chrome أو Edge أو Firefox أو Safari.',
    insecure: 'لا يمكن تسجيل مفاتيح الأمان إلا في صفحة مفتوحة عبر https.',
    dismissed:
      'توقفت العملية أو لم يُلمس المفتاح في الوقت المناسب. تُرجى إعادة المحاولة عندما يكون المفتاح في متناول اليد.',
    already_registered: 'هذا المفتاح مسجل هنا بالفعل. يُرجى استخدام مفتاح آخر.',
    wrong_address:
      'لا يمكن تسجيل المفاتيح على هذا العنوان. يُرجى فتح البوابة على عنوانها المعتاد وإعادة المحاولة.',
    unsuitable:
      'لا يمكن لهذا المفتاح القيام بالمطلوب. يُرجى استخدام مفتاح آخر، مثل مفتاح أمان FIDO2.',
  },
} satisfies SecurityKeyMessages

import type { Messages } from '../en.js'
import { words } from '../words.js'

const { number, plural } = words('ar-u-nu-latn')

/**
 * The words of the parts, in Arabic. Requests are nouns after يُرجى rather than imperatives, which
 * would address a man or a woman.
 */
export const ui = {
  close: 'إغلاق',
  cancel: 'إلغاء',
  clear: 'مسح',
  clearSearch: 'مسح البحث',
  copy: 'نسخ',
  copied: 'تم النسخ',
  undo: 'تراجع',
  dismiss: 'إخفاء',
  tryAgain: 'إعادة المحاولة',
  loading: 'جارٍ التحميل',
  required: 'مطلوب',
  optional: 'اختياري',
  requestId: 'معرّف الطلب',
  copyRequestId: 'نسخ معرّف الطلب',
  never: 'أبدًا',
  comma: '، ',
  notifications: 'الإشعارات',
  dialog: {
    discardTitle: 'هل تريد تجاهل ما أُدخل؟',
    discardText: 'لم يُحفظ بعد.',
    discard: 'تجاهل',
    keepEditing: 'متابعة التحرير',
  },
  wizard: {
    steps: 'الخطوات',
    back: 'رجوع',
    next: 'متابعة',
    progress: (current, total, name) => `الخطوة ${number(current)} من ${number(total)}: ${name}`,
    done: 'مكتملة',
  },
  combobox: {
    noneFound: 'لا توجد نتائج',
    empty: 'لا يوجد ما يمكن اختياره',
    found: (count) =>
      plural(count, {
        zero: 'لا اقتراحات',
        one: 'اقتراح واحد',
        two: 'اقتراحان',
        few: '# اقتراحات',
        many: '# اقتراحًا',
        other: '# اقتراح',
      }),
    failed: 'تعذّر تحميل القائمة. يمكن إعادة المحاولة بالكتابة من جديد.',
    open: 'عرض الاقتراحات',
  },
  facet: {
    chosen: (count) => `المحدد: ${number(count)}`,
    search: (facet) => `بحث في ${facet}`,
    noneFound: 'لا توجد نتائج',
    count: (count) => number(count),
  },
  table: {
    actions: 'الإجراءات',
    rowActions: (row) => `إجراءات ${row}`,
    select: 'تحديد',
    selectRow: (row) => `تحديد ${row}`,
    selectAll: 'تحديد كل صفوف هذه الصفحة',
    keyboardHelp:
      'تنقّل مفاتيح الأسهم بين الصفوف، ويفتح Enter الصف، وتحدده المسافة، ويفتح M الإجراءات.',
    columns: 'الأعمدة',
    moveEarlier: (column) => `تقديم ${column}`,
    moveLater: (column) => `تأخير ${column}`,
    resetColumns: 'إعادة الضبط',
  },
  bulk: { selected: (count) => `المحدد: ${number(count)}`, clear: 'إلغاء التحديد' },
  pagination: {
    label: 'الصفحات',
    previous: 'السابق',
    next: 'التالي',
    pageSize: 'عدد الصفوف في الصفحة',
    range: (from, to, total) => `${number(from)}–${number(to)} من ${total}`,
    openRange: (from, to) => `${number(from)}–${number(to)}`,
    total: (count) => number(count),
    atLeast: (count) => `أكثر من ${number(count)}`,
    none: 'لا صفوف',
  },
} satisfies Messages['ui']

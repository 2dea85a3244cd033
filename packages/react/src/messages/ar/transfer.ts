import type { TransferMessages } from '../en-transfer.js'
import { words } from '../words.js'

const { number, plural } = words('ar-u-nu-latn')

/** The words of importing people from a file and exporting them to one, in Arabic. */
export const transfer: TransferMessages = {
  title: 'استيراد المستخدمين',
  text: 'من ملف CSV كما تحفظه جداول البيانات. لا يتغير شيء قبل أن ترى ما سيحدث.',
  choose: 'اختيار ملف',
  drop: 'أو أفلته هنا',
  headings: (known: string) => `سطره الأول للعناوين بأي ترتيب. المعروف منها: ${known}.`,
  template: 'تنزيل ملف فارغ بكل العناوين',
  templateName: 'almustakhdimun.csv',
  reading: 'تجري قراءة الملف',
  notPermittedTitle: 'لا يمكنك استيراد المستخدمين',
  notPermitted: 'دورك لا يسمح بإضافة مستخدمين في أي مؤسسة. اسأل أحد المسؤولين.',
  another: 'اختيار ملف آخر',
  recognized: (headings: string) => `تم التعرف على: ${headings}`,
  notImported: (headings: string) => `لا يُستورد: ${headings}`,
  organization: 'المؤسسة',
  organizationHint: 'للأسطر التي لا تذكر مؤسسة.',
  existing: 'المستخدمون الموجودون',
  refuse: { label: 'تركهم كما هم', text: 'تُرفض أسطرهم.' },
  update: { label: 'تغييرهم', text: 'بما في الملف. ويُرفض ما يديره نظام آخر.' },
  activation: 'المستخدمون الجدد',
  later: { label: 'إضافة لوقت لاحق', text: 'لا يُرسل بريد. فعّلهم عندما يحين وقت بدئهم.' },
  now: { label: 'دعوتهم الآن', text: 'يتلقى كل منهم بريدًا فيه رابط.' },
  check: 'فحص الملف',
  checking: 'يجري فحص الملف',
  importing: 'يجري استيراد المستخدمين',
  progress: (lines: number, percent: number) =>
    `${plural(lines, { zero: 'لا أسطر', one: 'سطر واحد', two: 'سطران', few: '# أسطر', many: '# سطرًا', other: '# سطر' })}, ${number(percent)} %`,
  stop: 'إيقاف',
  stopping: 'يتوقف بعد الأسطر الجارية.',
  checkedTitle: 'هذا ما سيفعله الاستيراد',
  doneTitle: 'اكتمل الاستيراد',
  stoppedTitle: 'أوقف الاستيراد',
  brokenOffTitle: 'انقطع الاستيراد',
  foreseen: {
    created: (count: number) => `سيضاف: ${number(count)}`,
    updated: (count: number) => `سيتغير: ${number(count)}`,
    unchanged: (count: number) => `كما هو: ${number(count)}`,
    refused: (count: number) => `سيُرفض: ${number(count)}`,
    unknown: (count: number) => `غير معروف: ${number(count)}`,
  },
  became: {
    created: (count: number) => `أضيف: ${number(count)}`,
    updated: (count: number) => `تغيّر: ${number(count)}`,
    unchanged: (count: number) => `كما هو: ${number(count)}`,
    refused: (count: number) => `رُفض: ${number(count)}`,
    unknown: (count: number) => `غير معروف: ${number(count)}`,
  },
  outcome: {
    created: 'جديد',
    updated: 'تغيير',
    unchanged: 'كما هو',
    refused: 'رُفض',
    unknown: 'غير معروف',
  },
  nothing: 'لا أسطر تحت العناوين.',
  stoppedText: 'لم يُبلغ ما بقي من الأسطر. استورد الملف مرة أخرى للمتابعة، وسيُذكر من هو موجود.',
  unknownText: 'لم يُجب الخادم عن بعض الأسطر. استورد الملف مرة أخرى، وسيُذكر من أضيف.',
  lines: 'أسطر الملف',
  line: (line: number) => `السطر ${number(line)}`,
  more: (count: number) =>
    plural(count, {
      zero: 'لا أسطر أخرى.',
      one: 'وسطر آخر.',
      two: 'وسطران آخران.',
      few: 'و# أسطر أخرى.',
      many: 'و# سطرًا آخر.',
      other: 'و# سطر آخر.',
    }),
  download: (count: number) =>
    plural(count, {
      zero: 'لا أسطر مرفوضة',
      one: 'تنزيل السطر المرفوض',
      two: 'تنزيل السطرين المرفوضين',
      few: 'تنزيل # أسطر مرفوضة',
      many: 'تنزيل # سطرًا مرفوضًا',
      other: 'تنزيل # سطر مرفوض',
    }),
  downloadName: 'marfuda.csv',
  downloadHint: 'صححها فيه ثم استورد ذلك الملف.',
  confirm: (count: number) =>
    plural(count, {
      zero: 'لا مستخدمين للاستيراد',
      one: 'استيراد مستخدم واحد',
      two: 'استيراد مستخدمين اثنين',
      few: 'استيراد # مستخدمين',
      many: 'استيراد # مستخدمًا',
      other: 'استيراد # مستخدم',
    }),
  nothingToImport: 'لن يغير أي سطر في الملف شيئًا.',
  back: 'رجوع',
  close: 'إغلاق',
  told: (created: number, updated: number) => `أضيف: ${number(created)}، تغيّر: ${number(updated)}.`,
  leaving: {
    title: 'مغادرة الاستيراد؟',
    text: 'ما فُحص لم يُستورد بعد.',
    keep: 'البقاء',
    leave: 'مغادرة',
  },
  refusal: {
    empty:
      'الملف فارغ. يجب أن يضم سطره الأول العناوين، مثل Username وFirst name وLast name وE-mail.',
    not_text:
      'هذا ليس ملف CSV. افتحه في برنامج جداول البيانات الذي جاء منه واحفظه بصيغة «CSV UTF-8».',
    not_utf8:
      'الملف بترميز قديم تظهر فيه بعض الحروف خطأ. احفظه بصيغة «CSV UTF-8» ثم اختره مرة أخرى.',
    unknown_headings: (headings: string, known: string) =>
      `هذه العناوين غير معروفة: ${headings}. أزلها أو غيّر أسماءها. المعروف: ${known}.`,
    missing_headings: (headings: string) =>
      `هذه الأعمدة ناقصة: ${headings}. أضفها إلى السطر الأول من الملف.`,
    repeated_headings: (headings: string) =>
      `هذه العناوين مكررة: ${headings}. أبقِ عمودًا واحدًا من كل منها.`,
    broken_quotes: (line: number) =>
      `علامات الاقتباس في السطر ${number(line)} غير متطابقة، فلا يمكن قراءة ما بعدها. اكتب علامتين بدل واحدة داخل الخلية، ثم اختر الملف مرة أخرى.`,
  },
  export: {
    title: (count: number) =>
      plural(count, {
        zero: 'لا مستخدمين للتصدير',
        one: 'تصدير مستخدم واحد؟',
        two: 'تصدير مستخدمين اثنين؟',
        few: 'تصدير # مستخدمين؟',
        many: 'تصدير # مستخدمًا؟',
        other: 'تصدير # مستخدم؟',
      }),
    titleAtLeast: (count: number) => `تصدير ${number(count)} مستخدم أو أكثر؟`,
    text: 'كملف CSV لجداول البيانات، مع الأسماء والعناوين والأدوار والحالة.',
    confirm: 'تصدير',
    progress: (count: number) =>
      plural(count, {
        zero: 'لا أحد حتى الآن',
        one: 'مستخدم واحد حتى الآن',
        two: 'مستخدمان حتى الآن',
        few: '# مستخدمين حتى الآن',
        many: '# مستخدمًا حتى الآن',
        other: '# مستخدم حتى الآن',
      }),
    done: (count: number) =>
      plural(count, {
        zero: 'لم يُصدَّر أحد.',
        one: 'صُدِّر مستخدم واحد.',
        two: 'صُدِّر مستخدمان.',
        few: 'صُدِّر # مستخدمين.',
        many: 'صُدِّر # مستخدمًا.',
        other: 'صُدِّر # مستخدم.',
      }),
    fileName: 'almustakhdimun.csv',
  },
  refusalTitle: 'لا يمكن قراءة هذا الملف',
}

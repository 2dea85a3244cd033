/** A name as its bearer writes it, and in Latin letters for usernames and addresses. */
export interface Name {
  readonly native: string
  readonly latin: string
}

export interface NameStock {
  readonly locale: string
  readonly dialling: string
  readonly given: readonly Name[]
  readonly family: readonly Name[]
}

/**
 * Names by language. Where a family name takes a form for men and one for women, each form has its
 * own row. Words are separated by spaces, parts of one name by `_`, and `:` brings the Latin
 * letters of a name in another script.
 */
const rows = {
  polishWomen: [
    'pl-PL',
    '+48',
    'Zofia Hanna Małgorzata Łucja Agnieszka Żaneta Katarzyna Światosława Oliwia Bożena',
    'Wiśniewska Kowalska Lewandowska Zielińska Szymańska Dąbrowska Kozłowska Jabłońska Górska',
  ],
  polishMen: [
    'pl-PL',
    '+48',
    'Tomasz Łukasz Paweł Wojciech Stanisław Michał Grzegorz Jędrzej Krzysztof Sławomir',
    'Nowak Wójcik Krawczyk Zając Król Wieczorek Szczęsny Pietrzak Gołąb Kołodziej Błaszczyk',
  ],
  estonian: [
    'et-EE',
    '+372',
    'Liis Märt Õnne Jüri Kätlin Tõnu Ülle Rasmus Kadri Priit',
    'Tamm Saar Mägi Põder Kõiv Rebane Lõhmus Järv Õunapuu Kask',
  ],
  norwegian: [
    'nb-NO',
    '+47',
    'Ingrid Bjørn Åse Håkon Sølvi Øystein Gunnhild Sverre Marit Torbjørn',
    'Solberg Bråten Ødegård Hæstad Nygård Sørlie Håland Fjeld Røed Bjørnstad',
  ],
  icelandicWomen: [
    'is-IS',
    '+354',
    'Guðrún Þórdís Sigríður Ásta Hrafnhildur Björk',
    'Jónsdóttir Sigurðardóttir Þorsteinsdóttir Guðmundsdóttir Ólafsdóttir',
  ],
  finnish: [
    'fi-FI',
    '+358',
    'Aino Väinö Päivi Jyrki Säde Eero Leena Mikko Tuulikki Yrjö',
    'Korhonen Virtanen Mäkinen Nieminen Hämäläinen Järvinen Laine Söderholm Lehtimäki',
  ],
  german: [
    'de-DE',
    '+49',
    'Jürgen Käthe Björn Heike Günther Annegret Matthias Friederike Jörg Ulrike',
    'Müller Schröder Groß Weiß Köhler Jäger Schäfer Krüger von_der_Heide Böttcher',
  ],
  french: [
    'fr-FR',
    '+33',
    'Hélène François Zoé Jérôme Anaïs Étienne Maël Aurélie Jean-Baptiste Noémie',
    'Lefèvre Béranger Giraud d’Aubigny Gauthier Desprès Le_Gall Châtelain Peyrot Sénéchal',
  ],
  portuguese: [
    'pt-PT',
    '+351',
    'João Inês Gonçalo Conceição Simão Beatriz Luís Catarina Tomé Graça',
    'Conceição Magalhães Simões Gonçalves de_Sousa Araújo Brandão Guimarães',
  ],
  irish: [
    'en-IE',
    '+353',
    'Siobhán Caoimhe Pádraig Niamh Seán Aoife Diarmuid Gráinne',
    'O’Connor Ó_Briain Byrne McCarthy Kavanagh Ní_Dhomhnaill Sweeney',
  ],
  turkish: [
    'tr-TR',
    '+90',
    'Gülşen Çağrı Ömer Şule İbrahim Ayşegül Tuğba Işıl Oğuz Özlem',
    'Yılmaz Çelik Öztürk Şahin Aydın Kılıç Doğan İnönü Güneş Karadağ',
  ],
  greekMen: [
    'el-GR',
    '+30',
    'Γιώργος:Giorgos Νίκος:Nikos Σταύρος:Stavros Θανάσης:Thanasis Ηλίας:Ilias Δημήτρης:Dimitris',
    'Παπαδόπουλος:Papadopoulos Νικολαΐδης:Nikolaidis Οικονόμου:Oikonomou Αγγελόπουλος:Angelopoulos Μακρής:Makris',
  ],
  greekWomen: [
    'el-GR',
    '+30',
    'Ελένη:Eleni Μαρία:Maria Αικατερίνη:Aikaterini Χριστίνα:Christina Βασιλική:Vasiliki Φωτεινή:Foteini',
    'Παπαδοπούλου:Papadopoulou Νικολαΐδη:Nikolaidi Οικονόμου:Oikonomou Γεωργίου:Georgiou Καραγιάννη:Karagianni',
  ],
  ukrainian: [
    'uk-UA',
    '+380',
    'Оксана:Oksana Ярослав:Yaroslav Іванна:Ivanna Богдан:Bohdan Соломія:Solomiia Тарас:Taras Людмила:Liudmyla',
    'Шевченко:Shevchenko Коваленко:Kovalenko Бондаренко:Bondarenko Гончар:Honchar Ткачук:Tkachuk Мельник:Melnyk',
  ],
  hebrew: [
    'he-IL',
    '+972',
    'נועה:Noa יונתן:Yonatan תמר:Tamar איתן:Eitan שירה:Shira אורי:Uri',
    'כהן:Cohen לוי:Levi מזרחי:Mizrahi ברקוביץ:Berkovich אברהמי:Avrahami',
  ],
  arabic: [
    'ar-AE',
    '+971',
    'ليلى:Layla محمد:Mohammed فاطمة:Fatima يوسف:Yousef نورا:Noura خالد:Khaled مريم:Maryam عمر:Omar',
    'حداد:Haddad العلي:Al-Ali منصور:Mansour الخطيب:Al-Khatib النجار:Al-Najjar درويش:Darwish الشامسي:Al-Shamsi',
  ],
  persian: [
    'fa-IR',
    '+98',
    'شیرین:Shirin آرش:Arash مهسا:Mahsa کاوه:Kaveh پریسا:Parisa',
    'رضایی:Rezaei کریمی:Karimi حسینی:Hosseini تهرانی:Tehrani',
  ],
  hindi: [
    'hi-IN',
    '+91',
    'प्रिया:Priya अर्जुन:Arjun दीपिका:Deepika रोहित:Rohit अनन्या:Ananya विक्रम:Vikram सुनीता:Sunita',
    'शर्मा:Sharma गुप्ता:Gupta वर्मा:Verma चौधरी:Chaudhary मिश्रा:Mishra त्रिपाठी:Tripathi',
  ],
  tamil: [
    'ta-IN',
    '+91',
    'கவிதா:Kavitha முருகன்:Murugan மீனாட்சி:Meenakshi செல்வம்:Selvam லட்சுமி:Lakshmi கார்த்திக்:Karthik',
    'ராமன்:Raman சுப்ரமணியம்:Subramaniam நடராஜன்:Natarajan பழனிசாமி:Palanisamy',
  ],
  thai: [
    'th-TH',
    '+66',
    'สมชาย:Somchai มาลี:Malee ณัฐพล:Natthaphon ปรีชา:Preecha กัญญา:Kanya',
    'ศรีสุข:Srisuk วงศ์ใหญ่:Wongyai ทองดี:Thongdee แสงทอง:Saengthong',
  ],
  vietnamese: [
    'vi-VN',
    '+84',
    'Minh_Anh Thị_Hương Đức_Huy Ngọc_Ánh Quốc_Bảo Thùy_Dương Văn_Hùng Bích_Phượng Xuân_Trường',
    'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô',
  ],
  chinese: [
    'zh-CN',
    '+86',
    '伟:Wei 芳:Fang 秀英:Xiuying 建国:Jianguo 晓明:Xiaoming 丽娜:Lina 志强:Zhiqiang',
    '王:Wang 李:Li 张:Zhang 陈:Chen 欧阳:Ouyang 赵:Zhao 黄:Huang',
  ],
  japanese: [
    'ja-JP',
    '+81',
    '陽子:Yoko 健司:Kenji 春香:Haruka 大輔:Daisuke さくら:Sakura 翔太:Shota 美咲:Misaki 一郎:Ichiro',
    '渡辺:Watanabe 田中:Tanaka 森:Mori 山﨑:Yamazaki 髙橋:Takahashi 伊藤:Ito 小林:Kobayashi',
  ],
  korean: [
    'ko-KR',
    '+82',
    '서연:Seoyeon 민준:Minjun 지우:Jiwoo 하은:Haeun 도윤:Doyun 수빈:Subin',
    '김:Kim 이:Lee 박:Park 최:Choi 정:Jung 강:Kang',
  ],
  yoruba: [
    'yo-NG',
    '+234',
    'Olúwaṣeun Adébọ̀wálé Títílayọ̀ Ayọ̀délé Fọlákẹ́ Babátúndé Ìyábọ̀ Ọláńrewájú',
    'Adébáyọ̀ Ọkọ́nkwọ́ Ògúnléye Akínlọlá Ṣóyínká Olúwọlé Fálọlá',
  ],
  swahili: [
    'sw-KE',
    '+254',
    'Wanjikũ Otieno Amina Baraka Njeri Juma Achieng Zawadi Kamau',
    'Mwangi Odhiambo Ng’ang’a Kimani Wairimũ Hassan Mutua',
  ],
  maori: [
    'mi-NZ',
    '+64',
    'Aroha Tāne Mereana Wiremu Kahurangi Rāwiri Ngaire',
    'Parāone Ngata Te_Whata Pōmare Waititi Takarangi Rātana',
  ],
  english: [
    'en-NZ',
    '+64',
    'Charlotte Oliver Imogen Jack Matilda Hamish Zara Lachlan Poppy Finn',
    'Thompson Fraser Whitlock McKenzie Ashworth Doyle Sinclair Pembroke-Hall',
  ],
  spanish: [
    'es-ES',
    '+34',
    'Íñigo Begoña Jesús Nuria Andrés Lucía Óscar María_José Ángel Rocío',
    'Núñez Ibáñez García_Márquez Peña Muñoz de_la_Cruz Sáenz Yáñez',
  ],
  indonesian: [
    'id-ID',
    '+62',
    'Putri Budi Dewi Agus Siti Rizky Wulan Bambang',
    'Wijaya Santoso Pratama Hartono Siregar Nasution',
  ],
} as const

export type Language = keyof typeof rows

export const nameStocks = Object.fromEntries(
  Object.entries(rows).map(([language, [locale, dialling, given, family]]) => [
    language,
    { locale, dialling, given: names(given), family: names(family) },
  ]),
) as unknown as Readonly<Record<Language, NameStock>>

function names(words: string): Name[] {
  return words.split(' ').map((word) => {
    const [native = word, latin = native] = word.replaceAll('_', ' ').split(':')
    return { native, latin }
  })
}

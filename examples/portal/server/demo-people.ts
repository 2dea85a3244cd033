/** The people whom the chooser offers: somebody for each part one may want to try. Everybody else comes from `seed/people.ts`. */
export const demoPeople = [
  { userName: 'ingrid.solberg', givenName: 'Ingrid', familyName: 'Solberg', organization: 'harbourline', roleId: 'administrator', locale: 'nb-NO' },
  { userName: 'charlotte.whitlock', givenName: 'Charlotte', familyName: 'Whitlock', organization: 'harbourline', roleId: 'viewer', locale: 'en-NZ' },
  { userName: 'jurgen.kohler', givenName: 'Jürgen', familyName: 'Köhler', organization: 'europe', roleId: 'administrator', locale: 'de-DE' },
  { userName: 'oluwaseun.adebayo', givenName: 'Olúwaṣeun', familyName: 'Adébáyọ̀', organization: 'europe', roleId: 'support', locale: 'yo-NG' },
  { userName: 'haruka.mori', givenName: '春香', familyName: '森', organization: 'apac', roleId: 'administrator', locale: 'ja-JP' },
  { userName: 'liis.tamm', givenName: 'Liis', familyName: 'Tamm', organization: 'baltic', roleId: 'administrator', locale: 'et-EE' },
  { userName: 'priya.raman', givenName: 'Priya', familyName: 'Raman', organization: 'monsoon', roleId: 'administrator', locale: 'en-IN' },
  { userName: 'zofia.wisniewska', givenName: 'Zofia', familyName: 'Wiśniewska', organization: 'gdansk', roleId: 'administrator', locale: 'pl-PL' },
  { userName: 'tomasz.nowak', givenName: 'Tomasz', familyName: 'Nowak', organization: 'gdansk', roleId: 'viewer', locale: 'pl-PL' },
  { userName: 'kenji.watanabe', givenName: '健司', familyName: '渡辺', organization: 'kobe', roleId: 'administrator', locale: 'ja-JP' },
  { userName: 'anh.dang', givenName: 'Minh Anh', familyName: 'Đặng', organization: 'saigon', roleId: 'administrator', locale: 'vi-VN' },
  { userName: 'helene.lefevre', givenName: 'Hélène', familyName: 'Lefèvre', organization: 'lyon', roleId: 'administrator', locale: 'fr-FR' },
  { userName: 'omer.ozturk', givenName: 'Ömer', familyName: 'Öztürk', organization: 'alpine', roleId: 'dispatcher', locale: 'tr-TR' },
] as const

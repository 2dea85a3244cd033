import type { UserPageMessages } from '../en-user-page.js'
import { words } from '../words.js'

const { plural } = words('ja')

/** The dialogs of the acts on a person, in Japanese. */
export const dialogs = {
  reason: '理由',
  reasonMissing: '理由を入力してください。',
  reasonHint: 'ほかの管理者に表示され、監査ログに記録されます。',
  until: '終了日時',
  untilHint: '空欄の場合、解除されるまでロックされます。',
  userName: 'ユーザー名',
  typeUserName: (userName) => `確認のため「${userName}」と入力してください。`,
  userNameWrong: 'ユーザー名を表示どおりに入力してください。',
} satisfies UserPageMessages['dialogs']

/** The short form of adding a person. */
export const invite = {
  title: 'メールで招待',
  text: '利用開始手続きのリンクを記載したメールが送信されます。',
  verb: 'ユーザーを招待',
  userNameHint: 'メールアドレスから設定されます。必要に応じて変更してください。',
} satisfies UserPageMessages['invite']

/** Adding a person. */
export const wizard = {
  title: 'ユーザーを追加',
  steps: { who: '本人', where: '所属とロール', how: 'サインイン', review: '確認' },
  questions: {
    who: '追加するのは誰ですか？',
    where: 'どの組織に所属し、何を許可しますか？',
    how: 'どのようにサインインしますか？',
    review: 'この内容でよろしいですか？',
  },
  givenName: '名',
  familyName: '姓',
  userName: 'ユーザー名',
  userNameHint: '大文字と小文字は区別されません。',
  userNameTaken: (userName) =>
    `「${userName}」はすでに使用されています。別のユーザー名を選択してください。`,
  primaryEmail: 'メインのメール',
  secondaryEmail: '予備のメール',
  phone: '電話番号',
  userType: 'ユーザーの種類',
  organization: '組織',
  chooseOrganization: '組織を選択してください。',
  role: 'ロール',
  noRole: 'ロールなし',
  noRoleText: '組織に所属しますが、管理はできません。',
  roles: 'ロール',
  mainRole: 'メインのロール',
  mainRoleHint: 'メインのロールはユーザーのページの先頭に表示されます。',
  furtherRole: (place) => `ロール ${place}`,
  roleAt: (place) => (place === 1 ? '適用先' : `ロール ${place} の適用先`),
  addRole: '別のロールを追加',
  removeRole: (role) => `${role} を削除`,
  roleTwice: 'このロールは重複しています。別のロールを選択するか、片方を削除してください。',
  roleWhere: 'ロールの適用先を選択してください。',
  groups: 'グループ',
  noGroups: 'なし',
  groupElsewhere: (group, organization) =>
    `${group} は ${organization} に属しており、このユーザーの上位組織のものではありません。削除してください。`,
  roleBeyond: 'そこでのご自身の権限を超えています。',
  activation: '有効化',
  activationNow: '今すぐ有効化',
  activationNowText: 'ポータルの設定に応じて、招待メールが送信されるか、リンクが表示されます。',
  activationLater: 'あとで',
  activationLaterText: '何も送信されません。アカウントが有効化されるまで「準備中」のままです。',
  activationLink: 'コピーするリンク',
  activationLinkText: 'メールは送信されません。手渡し用のリンクが一度だけ表示されます。',
  mfaRequired: '第 2 要素を必須にする',
  mfaRequiredText: '招待時または次回のサインイン時に登録します。',
  federatedOnly: 'フェデレーションサインインのみ',
  federatedOnlyText: 'ここにパスワードはなく、所属先の ID プロバイダーでサインインします。',
  finish: 'ユーザーを追加',
  done: (name) => `${name} を追加しました。`,
  name: '名前',
  yes: 'はい',
  no: 'いいえ',
} satisfies UserPageMessages['wizard']

/** The head and the profile of a person’s page. */
export const page = {
  back: 'すべてのユーザー',
  profile: 'プロフィール',
  edit: '編集',
  save: '保存',
  cancel: 'キャンセル',
  saved: (name) => `${name} を保存しました。`,
  more: (name) => `${name} のその他の操作`,
  lastSignedIn: '最終サインイン',
  neverSignedIn: 'サインインしたことがありません',
  none: 'なし',
  managedBy: { sso: 'シングルサインオンで管理', scim: 'SCIM で管理', import: 'インポートで管理' },
  mfa: '第 2 要素',
  mfaRequired: '必須',
  mfaOptional: '任意',
  signInRoute: 'サインイン',
  anyRoute: 'パスワードまたはフェデレーション',
  federated: 'フェデレーションのみ',
  notFoundTitle: 'このユーザーは表示できません',
} satisfies UserPageMessages['page']

/** What is said where an identity provider manages the people. */
export const sso = {
  title: (organization, provider) => `${organization} は ${provider} で管理されています`,
  several: (organizations) => `シングルサインオンで管理：${organizations}`,
  one: (organization, provider) => `${organization}（${provider}）`,
  text: 'ユーザーの追加、変更、ロールの付与はそちらで行います。ロック、セッション、認証方法、グループはここで管理します。',
  addElsewhere: 'ここではユーザーを追加できません。プロバイダー側で追加してください。',
} satisfies UserPageMessages['sso']

/** The values of the facets, and what they mean. */
export const facets = {
  mfa: {
    not_required: '不要',
    not_enrolled: '必須、未登録',
    enrolled: '登録済み',
    again: '再登録が必要',
  },
  dormant: {
    yes: '休眠',
    no: '休眠以外',
    note: (days) =>
      plural(days, {
        other:
          '休眠：#日間サインインしていないか、それより前に追加されて一度もサインインしていません。',
      }),
  },
  expiring: {
    yes: '期限間近',
    no: '期限間近以外',
    note: (days) =>
      plural(days, { other: '期限間近：アクセスまたはロールが#日以内に終了します。' }),
  },
} satisfies UserPageMessages['facets']

/** A table in which nobody matches. */
export const noMatch = {
  title: '該当するユーザーはいません',
  text: (filters) => `条件（${filters}）に一致するユーザーはいません。`,
  search: (text) => `「${text}」`,
  status: (names) => `状態：${names}`,
  role: (names) => `ロール：${names}`,
  organization: '組織',
  mfa: (names) => `第 2 要素：${names}`,
  dormant: { yes: '休眠', no: '休眠以外' },
  expiring: { yes: '期限間近', no: '期限間近以外' },
  clear: '検索と絞り込みをクリア',
} satisfies UserPageMessages['noMatch']

import type { LanguageWords } from '../language.js'

/** Why something was refused, in Japanese. */
export const failures = {
  unauthenticated: {
    title: 'サインインしていません',
    text: 'サインインしてから、もう一度お試しください。',
  },
  access_suspended: {
    title: 'アクセスが停止されています',
    text: '現在、ご自身のアカウントでは操作できません。管理者に状態の確認を依頼してください。',
  },
  not_found: {
    title: '見つかりません',
    text: '存在しないか、表示する権限がありません。リンクを確認するか、一覧に戻ってください。',
  },
  invalid_input: {
    title: '入力内容を確認してください',
    text: ({ issues }) => issues.map(({ message }) => message).join(''),
  },
  invalid_cursor: {
    title: 'このページは表示できなくなりました',
    text: '一覧は別の検索条件または別の人によって開かれたものです。最初のページからやり直してください。',
  },
  stale_version: {
    title: 'ほかの人が先に変更しました',
    text: '開いている間にほかの人が変更しました。再読み込みして変更内容を確認し、もう一度お試しください。',
  },
  invalid_transition: {
    title: 'この状態では実行できません',
    text: '現在は実行できません。再読み込みして現在の状態を確認してください。',
  },
  user_name_taken: {
    title: 'ユーザー名は使用されています',
    text: ({ userName }) =>
      `「${userName}」はほかの人が使用しています。別のユーザー名を選択してください。`,
  },
  not_permitted: {
    title: 'ロールで許可されていません',
    text: ({ organization }) =>
      `ご自身のロールでは ${organization} でこの操作を実行できません。その管理者にお問い合わせください。`,
  },
  outranked: {
    title: 'このユーザーの権限のほうが上です',
    text: 'このユーザーは、ご自身にない権限を持っています。上位組織の管理者に依頼してください。',
  },
  same_rank: {
    title: 'このユーザーの権限は同じです',
    text: 'このユーザーはご自身と同じ権限を持っています。実行できるのは上位組織の管理者だけです。',
  },
  own_account: {
    title: '自分のアカウントには実行できません',
    text: '自分のアカウントには実行できません。ほかの管理者に依頼してください。',
  },
  grant_exceeds_rights: {
    title: 'このロールは付与できません',
    text: ({ role, organization }) =>
      `付与できるのは、ご自身が持つ権限の範囲内のロールだけです。${organization} の ${role} はその範囲を超えています。`,
  },
  last_administrator: {
    title: '最後の管理者です',
    text: ({ organization }) =>
      `${organization} に管理者がいなくなります。先にほかの人を管理者にしてください。`,
  },
  managed_by_sso: {
    title: 'シングルサインオンで管理されています',
    text: ({ organization, provider }) =>
      `${organization} のユーザーは ${provider} で管理されています。そちらで変更してください。`,
  },
  field_owned_elsewhere: {
    title: 'ほかで管理されています',
    text: ({ field, owner }) =>
      `${field} は ${owner} で管理されています。そちらで変更してください。`,
  },
  role_already_given: {
    title: 'ロールは付与済みです',
    text: ({ role, organization }) =>
      `このユーザーには ${organization} の ${role} ロールが付与済みです。改めて付与するには、先に取り消してください。`,
  },
  persona_already_given: {
    title: 'ペルソナは付与済みです',
    text: ({ persona }) =>
      `このユーザーにはペルソナ ${persona} が付与済みです。それを編集してください。`,
  },
  name_taken: {
    title: '名前は使用されています',
    text: ({ name }) => `「${name}」はすでにあります。別の名前を選択してください。`,
  },
  too_many_authenticators: {
    title: '認証方法が多すぎます',
    text: ({ type, limit }) =>
      `このユーザーには種類 ${type} がすでに上限の ${limit} 件あります。先に 1 件削除してください。`,
  },
  not_managed_by_sso: {
    title: 'シングルサインオンの管理外です',
    text: 'この組織はシングルサインオンで管理されていないため、マッピングは適用されません。',
  },
  user_name_mismatch: {
    title: 'ユーザー名が一致しません',
    text: '対象を確認するため、ユーザー名を表示どおりに入力してください。',
  },
  not_restorable: {
    title: '復元期限を過ぎています',
    text: 'このユーザーを復元できる期間は終了しました。',
  },
  user_deleted: {
    title: 'このユーザーは削除されています',
    text: 'このユーザーは削除されています。先に復元してください。',
  },
  not_locked: {
    title: 'ロックされていません',
    text: 'このユーザーはロックされていないため、解除するものがありません。',
  },
  already_locked: {
    title: 'ロック済みです',
    text: 'このユーザーは管理者によってロックされています。',
  },
  already_activated: { title: '有効化済みです', text: 'このユーザーはすでに有効化されています。' },
  already_deactivated: {
    title: '無効化済みです',
    text: 'このユーザーはすでに無効化されています。',
  },
  not_deactivated: {
    title: '無効化されていません',
    text: 'このユーザーは無効化されていないため、再有効化するものがありません。',
  },
  already_deleted: { title: '削除済みです', text: 'このユーザーはすでに削除されています。' },
  not_deleted: {
    title: '削除されていません',
    text: 'このユーザーは削除されていないため、復元や完全な削除はできません。',
  },
  secret_unusable: {
    title: 'このリンクまたはコードは使用できません',
    text: '使用済みか、新しいものに置き換えられたか、期限が切れています。管理者に新しいものを依頼してください。',
  },
  other_account: {
    title: '別のユーザーでサインインしています',
    text: 'このリンクは、現在サインインしている人とは別の人のものです。先にサインアウトしてから、もう一度開いてください。',
  },
  not_configured: {
    title: 'ここでは設定されていません',
    text: ({ needed }) =>
      `このポータルでは設定されていません（${needed} がありません）。ポータルの運用担当者にお問い合わせください。`,
  },
  federated_only: {
    title: 'ここにパスワードはありません',
    text: 'このユーザーは ID プロバイダー経由でのみサインインするため、リセットするパスワードがありません。そちらでリセットしてください。',
  },
  no_password: {
    title: 'パスワードがまだありません',
    text: 'このユーザーにはパスワードがないため、削除や期限切れの設定はできません。',
  },
  no_secret_code: {
    title: '暗証コードがまだありません',
    text: 'このユーザーは暗証コードをまだ設定していないため、リセットするものがありません。代わりに登録リンクを送信してください。',
  },
  factor_needed: {
    title: '第 2 要素が必要です',
    text: '先に、セキュリティキーや認証アプリなどの第 2 要素を登録してください。',
  },
  ceremony_refused: { title: '認証方法が受け付けられませんでした', text: ({ reason }) => reason },
  security_key_taken: {
    title: 'このキーは登録済みです',
    text: 'このセキュリティキーは、ここまたはほかの人で登録済みです。別のキーを使用してください。',
  },
  stale_plan: {
    title: '計画が現状と一致しません',
    text: '計画の作成後に変更があったため、何も実行されませんでした。計画を作り直し、変わった点を確認してください。',
  },
  idempotency_key_reused: {
    title: 'このキーは別の用途で使用済みです',
    text: 'この冪等性キーは別のリクエストで送信済みです。変更ごとに別のキーを使用してください。',
  },
  already_done: {
    title: '実行済みです',
    text: '最初の送信で実行されました。そのとき表示されたものは一度だけ表示され、保存されません。新しく作成してください。',
  },
  busy: {
    title: '混み合っています',
    text: '同時に行われた変更が多すぎます。何も変更されていません。しばらくしてからもう一度お試しください。',
  },
  unavailable: {
    title: '利用できません',
    text: 'サービスに接続できないか、内部エラーが発生しました。何も変更されていません。しばらくしてからもう一度お試しください。',
  },
} satisfies LanguageWords['failures']

/** The server's other sentences, in Japanese. */
export const sentences = {
  '# failed sign-ins in a row.': 'サインインに # 回連続で失敗しました。',
  '# digits': '# 桁の数字',
  '# to # digits': '#～# 桁の数字',
  'at least # characters': '# 文字以上',
  'A group stands there twice.': 'グループが重複しています。',
  'A role stands there twice for the same organization.': '同じ組織のロールが重複しています。',
  'An address stands there twice.': 'アドレスが重複しています。',
  'An organization is named by its id.': '組織は ID で指定してください。',
  'Every value of this facet is counted. Name none.':
    'この項目のすべての値が数えられます。値は指定しないでください。',
  'Make a plan of it first, look at it, and send it along.':
    '先に計画を作成し、内容を確認してから一緒に送信してください。',
  'Choose a password.': 'パスワードを設定してください。',
  'Choose a time in the future, or leave it open.': '将来の日時を選択するか、空欄にしてください。',
  'Choose at least #.': '# 件以上選択してください。',
  'Choose at most #.': '選択できるのは # 件までです。',
  'Enter # digits.': '# 桁の数字を入力してください。',
  'Enter # to # digits.': '#～# 桁の数字を入力してください。',
  'Enter a date and time in UTC, such as #-#-#T#:#:#Z.':
    'UTC の日時を入力してください（例：#-#-#T#:#:#Z）。',
  'Enter a language tag such as en-GB.': '言語タグを入力してください（例：ja-JP）。',
  'Enter a phone number such as +# # # #.': '電話番号を入力してください（例：+# # # #）。',
  'Enter a value.': '値を入力してください。',
  'An import does not change the roles of somebody who is there already. Change them on the person’s page, or leave the cell empty.':
    'インポートでは、すでにいる人のロールは変更されません。その人のページで変更するか、セルを空にしてください。',
  'Leave the version as it was exported, or the cell empty.':
    'バージョンはエクスポートしたままにするか、セルを空にしてください。',
  'Several organizations are called so. Write the path from the top, or the identifier.':
    '同じ名前の組織が複数あります。最上位からのパスまたは識別子を書いてください。',
  'There is no such organization among those that you may see. Write its name, or its path from the top.':
    '閲覧できる組織の中に該当するものがありません。名前か、最上位からのパスを書いてください。',
  'This line does not have as many cells as there are headings.':
    'この行のセルの数が見出しの数と違います。',
  'This person belongs to another organization. Move them there first, or leave the cell as it was exported.':
    'この人は別の組織に属しています。先に移動するか、セルをエクスポートしたままにしてください。',
  'This username stands in line # already.': 'このユーザー名はすでに # 行目にあります。',
  'Write the attributes as JSON, such as {"department":"Sales"}, or leave the cell empty.':
    '属性は {"department":"Sales"} のような JSON で書くか、セルを空にしてください。',
  'Write the organization, or choose one for all lines without.':
    '組織を書くか、指定のない行すべてに使う組織を選んでください。',
  'Write yes or no.': 'yes または no と書いてください。',
  'Enter an e-mail address such as name@example.com.':
    'メールアドレスを入力してください（例：name@example.com）。',
  'Enter an e-mail address.': 'メールアドレスを入力してください。',
  'Exactly one address must be the primary one.': 'メインのアドレスを 1 つだけ指定してください。',
  'It contains a broken character. Type it again.':
    '壊れた文字が含まれています。入力し直してください。',
  'It contains a broken or invisible character. Type it again.':
    '壊れた文字または見えない文字が含まれています。入力し直してください。',
  'It contains an invisible control character. Type it again.':
    '見えない制御文字が含まれています。入力し直してください。',
  'Somebody is named twice. Name each person once.':
    '同じユーザーが重複しています。1 人につき 1 回だけ指定してください。',
  'That is not the code that the app shows now. Check the clock of the phone, and enter the current code.':
    'アプリに現在表示されているコードではありません。スマートフォンの時刻を確認し、現在のコードを入力してください。',
  'That took too long. Start again.': '時間がかかりすぎました。最初からやり直してください。',
  'The answer of the security key is too large.': 'セキュリティキーの応答が大きすぎます。',
  'The end must be after the beginning.': '終了は開始より後にしてください。',
  'The registration took too long or was begun anew elsewhere. Start it again.':
    '登録に時間がかかりすぎたか、別の場所でやり直されました。もう一度開始してください。',
  'There is no such group at this organization or above it. Choose one from the list.':
    'この組織にも上位組織にもないグループです。一覧から選択してください。',
  'There is no such persona. Choose one from the list.':
    '存在しないペルソナです。一覧から選択してください。',
  'There is no such role. Choose one from the list.':
    '存在しないロールです。一覧から選択してください。',
  'This field is not known here. Remove it.': '不明なフィールドです。削除してください。',
  'This is little more than a name that others know. Choose something that has nothing to do with you or the organization.':
    'ほかの人が知っている名前とほとんど同じです。ご自身や組織と関係のないものにしてください。',
  'This is not an identifier. Choose from the list.':
    '識別子ではありません。一覧から選択してください。',
  'This is not in the expected form.': '形式が正しくありません。',
  'This is not the whole link. Copy it again.':
    'リンクの全体ではありません。もう一度コピーしてください。',
  'This is the password that has to be replaced. Choose another one.':
    '変更が必要なパスワードと同じです。別のものを設定してください。',
  'This is too easy to guess. Do not use one digit throughout, or digits that count up or down.':
    '推測されやすいコードです。同じ数字だけや連続した数字は使用しないでください。',
  'This is too easy to guess. Use more different characters.':
    '推測されやすいコードです。より多くの種類の文字を使用してください。',
  'This key is not registered for you, or it is locked. Use another one.':
    'このキーは登録されていないか、ロックされています。別のキーを使用してください。',
  'This password is among the first that are tried by those who break in. Choose another one.':
    '攻撃者が最初に試すパスワードの 1 つです。別のものを設定してください。',
  'This value is not accepted here.': 'この値は使用できません。',
  'Setting up the app took too long or was begun anew. Start it again.':
    'アプリの設定に時間がかかりすぎたか、やり直されました。もう一度開始してください。',
  'Use # or less.': '# 以下にしてください。',
  'Use # or more.': '# 以上にしてください。',
  'Use at least # characters.': '# 文字以上にしてください。',
  'Use at least # characters. A few words in a row are easy to remember.':
    '# 文字以上にしてください。いくつかの単語を並べると覚えやすくなります。',
  'Use at most # characters.': '# 文字以内にしてください。',
  'Use letters, digits and signs such as . _ - @, without spaces.':
    '文字、数字、. _ - @ などの記号を、空白なしで使用してください。',
} satisfies LanguageWords['sentences']

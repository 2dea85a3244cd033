import type { MailWords } from './mail-words.js'

export const ja = {
  direction: 'ltr',
  dateLocale: 'ja-JP-u-ca-gregory-nu-latn',
  subject: '【{brand}】{title}',
  greeting: '{person} 様',
  separator: '：',
  labels: {
    userName: 'ユーザー名',
    organization: '組織',
    factor: '認証方法',
    former: '変更前のアドレス',
    present: '変更後のアドレス',
    at: '日時',
    requestedAt: '依頼日時',
  },
  linkEnds: 'このリンクは 1 回だけ使用できます。有効期限：{expiresAt}',
  codeEnds: 'このコードは 1 回だけ使用できます。有効期限：{expiresAt}',
  copyLink: 'または、次のアドレスをブラウザーに貼り付けてください。',
  keepCodeSecret:
    'このコードは誰にも教えないでください。管理者やサポート担当者がお尋ねすることはありません。',
  unasked: {
    contact:
      'このメールにお心当たりがない場合は、破棄していただいてかまいません。お問い合わせ先：{contact}',
    noContact:
      'このメールにお心当たりがない場合は、破棄していただいてかまいません。ご不明な点は、所属組織の管理者にお問い合わせください。',
  },
  expected: 'お心当たりがある場合は、何もしていただく必要はありません。',
  unexpected: {
    contact: 'お心当たりがない場合は、至急、次の連絡先までお知らせください：{contact}',
    noContact: 'お心当たりがない場合は、至急、所属組織の管理者までお知らせください。',
  },
  occasions: {
    activation: {
      title: 'ご利用開始手続きのご案内',
      happened: '{brand} に招待されました。',
      next: 'リンクを開き、ご利用開始の手続きを完了してください。',
      button: '手続きを完了する',
    },
    recovery: {
      title: 'パスワード再設定のご案内',
      happened: 'ご本人または管理者から、{brand} のパスワード再設定の依頼がありました。',
      next: 'リンクを開き、新しいパスワードを設定してください。',
      button: 'パスワードを設定する',
    },
    enrolment: {
      title: 'セキュリティキーまたはアプリ登録のお願い',
      happened:
        '{brand} へのサインインに使用する、セキュリティキーまたはアプリの登録をお願いいたします。',
      next: 'お手元にご用意のうえ、リンクを開き、画面の案内に従ってください。',
      button: '登録する',
    },
    reset_code: {
      title: 'リセットコードのお知らせ',
      happened: 'このコードを使って、{brand} の新しい暗証コード（PIN）を設定できます。',
      next: '新しい暗証コードを設定する際に、次のコードを入力してください。',
      button: '新しい暗証コードを設定する',
    },
    factor_added: {
      title: '新しい認証方法が登録されました',
      happened: '{brand} へのサインインに使用する新しい認証方法が登録されました。',
    },
    factor_removed: {
      title: '認証方法が削除されました',
      happened:
        '{brand} に登録されていた認証方法が削除されました。今後、この認証方法ではサインインできません。',
    },
    factors_reset: {
      title: '認証方法がリセットされました',
      happened:
        '管理者により、{brand} の認証方法がリセットされました。次回のサインイン時に、新しい認証方法の登録が必要になります。',
    },
    password_changed: {
      title: 'パスワードが変更されました',
      happened: '{brand} のパスワードが変更されました。',
    },
    password_reset: {
      title: '管理者によりパスワードがリセットされました',
      happened:
        '管理者により、{brand} のパスワードがリセットされました。次回のサインイン時に、新しいパスワードの設定が必要になります。',
    },
    password_removed: {
      title: 'パスワードが削除されました',
      happened:
        '{brand} のパスワードが削除されました。今後、このパスワードではサインインできません。',
    },
    email_changed: {
      title: 'メールアドレスが変更されました',
      happened: '{brand} に登録されているメールアドレスが変更されました。',
    },
    secret_code_changed: {
      title: '暗証コードが変更されました',
      happened: '{brand} の暗証コード（PIN）が変更されました。',
    },
  },
} as const satisfies MailWords

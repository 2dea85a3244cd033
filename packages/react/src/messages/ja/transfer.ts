import type { TransferMessages } from '../en-transfer.js'
import { words } from '../words.js'

const { number } = words('ja')

/** The words of importing people from a file and exporting them to one, in Japanese. */
export const transfer: TransferMessages = {
  title: 'ユーザーのインポート',
  text: '表計算ソフトで保存した CSV ファイルから取り込みます。結果を確認するまで何も変更されません。',
  choose: 'ファイルを選択',
  drop: 'またはここにドロップ',
  headings: (known: string) => `1 行目は見出しです。順序は自由です。使える見出し: ${known}`,
  template: 'すべての見出しを含む空のファイルをダウンロード',
  templateName: 'yuza.csv',
  reading: 'ファイルを読み込んでいます',
  notPermittedTitle: 'ユーザーをインポートできません',
  notPermitted:
    'あなたのロールでは、どの組織にもユーザーを追加できません。管理者に依頼してください。',
  another: '別のファイルを選択',
  recognized: (headings: string) => `認識した見出し: ${headings}`,
  notImported: (headings: string) => `取り込まない見出し: ${headings}`,
  organization: '組織',
  organizationHint: '組織の指定がない行に使います。',
  existing: 'すでにいるユーザー',
  refuse: { label: 'そのままにする', text: 'その行は拒否されます。' },
  update: {
    label: '変更する',
    text: 'ファイルの内容に従います。他のシステムが管理する項目は拒否されます。',
  },
  activation: '新しいユーザー',
  later: {
    label: 'あとで有効にする',
    text: 'メールは送信されません。開始するときに有効化してください。',
  },
  now: { label: '今すぐ招待する', text: '各ユーザーにリンク付きのメールが届きます。' },
  check: 'ファイルを確認',
  checking: 'ファイルを確認しています',
  importing: 'ユーザーをインポートしています',
  progress: (lines: number, percent: number) => `${number(lines)} 行, ${number(percent)} %`,
  stop: '停止',
  stopping: '処理中の行が終わると停止します。',
  checkedTitle: 'インポートした場合の結果',
  doneTitle: 'インポートが完了しました',
  stoppedTitle: 'インポートを停止しました',
  brokenOffTitle: 'インポートが中断されました',
  foreseen: {
    created: (count: number) => `追加予定 ${number(count)}`,
    updated: (count: number) => `変更予定 ${number(count)}`,
    unchanged: (count: number) => `変更なし ${number(count)}`,
    refused: (count: number) => `拒否予定 ${number(count)}`,
    unknown: (count: number) => `不明 ${number(count)}`,
  },
  became: {
    created: (count: number) => `追加 ${number(count)}`,
    updated: (count: number) => `変更 ${number(count)}`,
    unchanged: (count: number) => `変更なし ${number(count)}`,
    refused: (count: number) => `拒否 ${number(count)}`,
    unknown: (count: number) => `不明 ${number(count)}`,
  },
  outcome: {
    created: '新規',
    updated: '変更',
    unchanged: '変更なし',
    refused: '拒否',
    unknown: '不明',
  },
  nothing: '見出しの下に行がありません。',
  stoppedText:
    '残りの行は処理されていません。続けるにはもう一度ファイルをインポートしてください。すでにいるユーザーはその旨表示されます。',
  unknownText:
    '一部の行についてサーバーから応答がありませんでした。もう一度ファイルをインポートしてください。追加済みのユーザーはその旨表示されます。',
  lines: 'ファイルの行',
  line: (line: number) => `${number(line)} 行目`,
  more: (count: number) => `ほかに ${number(count)} 行。`,
  download: (count: number) => `拒否された ${number(count)} 行をダウンロード`,
  downloadName: 'kyohi.csv',
  downloadHint: '修正してそのファイルをインポートしてください。',
  confirm: (count: number) => `${number(count)} 人をインポート`,
  nothingToImport: '変更になる行がありません。',
  back: '戻る',
  close: '閉じる',
  told: (created: number, updated: number) =>
    `${number(created)} 人を追加、${number(updated)} 人を変更しました。`,
  leaving: {
    title: 'インポートをやめますか?',
    text: '確認した内容はまだインポートされていません。',
    keep: '続ける',
    leave: 'やめる',
  },
  refusal: {
    empty:
      'ファイルが空です。1 行目に Username、First name、Last name、E-mail などの見出しが必要です。',
    not_text:
      'CSV ファイルではありません。元の表計算ソフトで開き、「CSV UTF-8」として保存してください。',
    not_utf8:
      '古い文字コードのファイルで、文字が化けるおそれがあります。「CSV UTF-8」として保存し、もう一度選択してください。',
    unknown_headings: (headings: string, known: string) =>
      `使えない見出しがあります: ${headings}。削除するか名前を変えてください。使える見出し: ${known}`,
    missing_headings: (headings: string) =>
      `不足している列: ${headings}。ファイルの 1 行目に追加してください。`,
    repeated_headings: (headings: string) =>
      `重複している見出し: ${headings}。1 列だけ残してください。`,
    broken_quotes: (line: number) =>
      `${number(line)} 行目の引用符が対応していないため、以降を読み取れません。セル内では引用符を 2 つ重ねて書き、もう一度ファイルを選択してください。`,
  },
  export: {
    title: (count: number) => `${number(count)} 人のユーザーをエクスポートしますか?`,
    titleAtLeast: (count: number) => `${number(count)} 人以上のユーザーをエクスポートしますか?`,
    text: '名前、アドレス、ロール、ステータスを含む、表計算ソフト用の CSV ファイルです。',
    confirm: 'エクスポート',
    progress: (count: number) => `ここまで ${number(count)} 人`,
    done: (count: number) => `${number(count)} 人のユーザーをエクスポートしました。`,
    fileName: 'yuza.csv',
  },
  refusalTitle: 'このファイルは読み取れません',
}

import { dayFromNow, invoices, type Invoice } from './freight.ts'
import { FreightTable, State } from './FreightTable.tsx'

export function Invoices() {
  return (
    <div className="page">
      <h1>Invoices</h1>
      <FreightTable
        label="Invoices"
        rows={invoices}
        rowId={({ number }) => number}
        columns={[
          ['Invoice', ({ number }) => number],
          ['Customer', ({ customer }) => customer],
          [
            'Amount',
            ({ currency, amount }) =>
              new Intl.NumberFormat('en-GB', { style: 'currency', currency }).format(amount),
            'number',
          ],
          ['Due', ({ dueInDays }) => dayFromNow(dueInDays)],
          ['State', (invoice) => <State>{stateOf(invoice)}</State>],
        ]}
      />
    </div>
  )
}

function stateOf({ paid, dueInDays }: Invoice): string {
  if (paid) return 'Paid'
  return dueInDays < 0 ? 'Overdue' : 'Open'
}

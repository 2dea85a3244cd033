import { dayFromNow, orders } from './freight.ts'
import { FreightTable, State } from './FreightTable.tsx'

export function Orders() {
  return (
    <div className="page">
      <h1>Orders</h1>
      <FreightTable
        label="Orders"
        rows={orders}
        rowId={({ number }) => number}
        columns={[
          ['Order', ({ number }) => number],
          ['Customer', ({ customer }) => customer],
          ['Goods', ({ goods }) => goods],
          ['Tonnes', ({ weightInTonnes }) => weightInTonnes.toFixed(1), 'number'],
          ['Placed', ({ placedDaysAgo }) => dayFromNow(-placedDaysAgo)],
          ['State', ({ state }) => <State>{state}</State>],
        ]}
      />
    </div>
  )
}

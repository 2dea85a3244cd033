import { dayFromNow, invoices, type Invoice } from './freight.ts'

export function Invoices() {
  return (
    <div className="page">
      <h1>Invoices</h1>
      <div className="scroll" role="region" aria-label="Invoices" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Invoice</th>
              <th scope="col">Customer</th>
              <th scope="col" className="number">
                Amount
              </th>
              <th scope="col">Due</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {invoices.map((invoice) => (
              <tr key={invoice.number}>
                <td>{invoice.number}</td>
                <td>{invoice.customer}</td>
                <td className="number">{new Intl.NumberFormat('en-GB', { style: 'currency', currency: invoice.currency }).format(invoice.amount)}</td>
                <td>{dayFromNow(invoice.dueInDays)}</td>
                <td>
                  <span className="state" data-state={stateOf(invoice)}>
                    {stateOf(invoice)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function stateOf({ paid, dueInDays }: Invoice): string {
  if (paid) return 'Paid'
  return dueInDays < 0 ? 'Overdue' : 'Open'
}

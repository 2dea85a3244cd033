import { dayFromNow, orders } from './freight.ts'

export function Orders() {
  return (
    <div className="page">
      <h1>Orders</h1>
      <div className="scroll" role="region" aria-label="Orders" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Order</th>
              <th scope="col">Customer</th>
              <th scope="col">Goods</th>
              <th scope="col" className="number">
                Tonnes
              </th>
              <th scope="col">Placed</th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={order.number}>
                <td>{order.number}</td>
                <td>{order.customer}</td>
                <td>{order.goods}</td>
                <td className="number">{order.weightInTonnes.toFixed(1)}</td>
                <td>{dayFromNow(-order.placedDaysAgo)}</td>
                <td>
                  <span className="state" data-state={order.state}>
                    {order.state}
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

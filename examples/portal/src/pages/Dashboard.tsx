import type { DemoPerson } from '../demo-api.ts'
import { Link } from '../shell/Link.tsx'
import { dayFromNow, shipments, weeklyContainers } from './freight.ts'
import { FreightTable, State } from './FreightTable.tsx'

const figures = [
  ['Shipments under way', '1,284', '37 more than last week'],
  ['On time', '96.2 %', 'Goal: 95 %'],
  ['Waiting at customs', '37', 'Longest: 4 days, Jebel Ali'],
  ['Open invoices', '€ 182,440', '2 are more than 90 days overdue'],
] as const

export function Dashboard({ person }: { person: DemoPerson }) {
  return (
    <div className="page">
      <p className="eyebrow">{person.organization}</p>
      <h1>Good day, {person.name.split(' ')[0]}</h1>
      <dl className="figures">
        {figures.map(([label, value, note]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className="note">{note}</dd>
          </div>
        ))}
      </dl>
      <div className="columns">
        <section>
          <h2>Arriving this week</h2>
          <FreightTable
            label="Arriving this week"
            rows={shipments}
            rowId={({ reference }) => reference}
            columns={[
              [
                'Vessel',
                ({ vessel, reference }) => (
                  <>
                    {vessel} <span className="muted">{reference}</span>
                  </>
                ),
              ],
              ['Route', ({ from, to }) => `${from} → ${to}`],
              ['Containers', ({ containers }) => containers, 'number'],
              ['Arrives', ({ arrivesInDays }) => dayFromNow(arrivesInDays)],
              ['State', ({ state }) => <State>{state}</State>],
            ]}
          />
        </section>
        <aside>
          <h2>Containers per week</h2>
          <WeeklyContainers />
          <h2>Needs somebody</h2>
          <ul className="todo">
            <li>Coromandel is two days late; three customers wait for a new berth.</li>
            <li>
              Nordhavn Fisheries is on hold until two <Link href="/invoices">invoices</Link> are
              paid.
            </li>
            <li>
              New colleagues at Gdańsk Glassworks want{' '}
              <Link href="/administration/users">access</Link>.
            </li>
          </ul>
        </aside>
      </div>
    </div>
  )
}

function WeeklyContainers() {
  const most = Math.max(...weeklyContainers)
  return (
    <figure className="bars">
      <svg
        viewBox="0 0 240 100"
        role="img"
        aria-label={`From ${weeklyContainers[0]} containers twelve weeks ago to ${weeklyContainers.at(-1)} last week`}
      >
        {weeklyContainers.map((containers, week) => {
          const height = (containers / most) * 92
          return (
            <rect
              key={week}
              x={week * 20 + 3}
              y={100 - height}
              width={14}
              height={height}
              data-last={week === weeklyContainers.length - 1 || undefined}
            />
          )
        })}
      </svg>
      <figcaption>Last week: {weeklyContainers.at(-1)?.toLocaleString('en')}</figcaption>
    </figure>
  )
}

export interface Shipment {
  readonly reference: string
  readonly vessel: string
  readonly from: string
  readonly to: string
  readonly containers: number
  readonly arrivesInDays: number
  readonly state: 'On time' | 'Late' | 'At customs' | 'Loading'
}

export const shipments: readonly Shipment[] = [
  {
    reference: 'HL-48213',
    vessel: 'Skagerrak Star',
    from: 'Gdańsk',
    to: 'Rotterdam',
    containers: 42,
    arrivesInDays: 1,
    state: 'On time',
  },
  {
    reference: 'HL-48197',
    vessel: 'Mirai Maru',
    from: 'Kobe',
    to: 'Busan',
    containers: 118,
    arrivesInDays: 1,
    state: 'At customs',
  },
  {
    reference: 'HL-48240',
    vessel: 'Coromandel',
    from: 'Chennai',
    to: 'Jebel Ali',
    containers: 76,
    arrivesInDays: 2,
    state: 'Late',
  },
  {
    reference: 'HL-48188',
    vessel: 'Hauraki',
    from: 'Auckland',
    to: 'Yokohama',
    containers: 54,
    arrivesInDays: 3,
    state: 'On time',
  },
  {
    reference: 'HL-48255',
    vessel: 'Saronikos',
    from: 'Piraeus',
    to: 'Marseille',
    containers: 23,
    arrivesInDays: 3,
    state: 'On time',
  },
  {
    reference: 'HL-48261',
    vessel: 'Hương Giang',
    from: 'Ho Chi Minh City',
    to: 'Singapore',
    containers: 91,
    arrivesInDays: 5,
    state: 'Loading',
  },
  {
    reference: 'HL-48206',
    vessel: 'Öresund',
    from: 'Tallinn',
    to: 'Gothenburg',
    containers: 37,
    arrivesInDays: 6,
    state: 'Late',
  },
]

export interface Order {
  readonly number: string
  readonly customer: string
  readonly goods: string
  readonly weightInTonnes: number
  readonly placedDaysAgo: number
  readonly state: 'New' | 'Booked' | 'Under way' | 'Delivered'
}

export const orders: readonly Order[] = [
  {
    number: '90417',
    customer: 'Gdańsk Glassworks',
    goods: 'Float glass, 6 mm',
    weightInTonnes: 84.2,
    placedDaysAgo: 0,
    state: 'New',
  },
  {
    number: '90416',
    customer: 'Kobe Precision',
    goods: 'Machine tool parts',
    weightInTonnes: 12.7,
    placedDaysAgo: 0,
    state: 'New',
  },
  {
    number: '90411',
    customer: 'Auckland Orchards',
    goods: 'Kiwifruit, chilled',
    weightInTonnes: 131,
    placedDaysAgo: 1,
    state: 'Booked',
  },
  {
    number: '90408',
    customer: 'Saigon Furniture',
    goods: 'Chairs, flat-packed',
    weightInTonnes: 38.4,
    placedDaysAgo: 1,
    state: 'Booked',
  },
  {
    number: '90399',
    customer: 'Chennai Textiles',
    goods: 'Cotton yarn',
    weightInTonnes: 57.9,
    placedDaysAgo: 2,
    state: 'Under way',
  },
  {
    number: '90393',
    customer: 'Piraeus Marine Supply',
    goods: 'Anchor chain',
    weightInTonnes: 96.5,
    placedDaysAgo: 3,
    state: 'Under way',
  },
  {
    number: '90388',
    customer: 'Busan Batteries',
    goods: 'Cells, class 9',
    weightInTonnes: 21.3,
    placedDaysAgo: 4,
    state: 'Under way',
  },
  {
    number: '90380',
    customer: 'Tallinn Timber',
    goods: 'Birch plywood',
    weightInTonnes: 210.8,
    placedDaysAgo: 6,
    state: 'Delivered',
  },
  {
    number: '90371',
    customer: 'Lyon Silk & Thread',
    goods: 'Dyed silk',
    weightInTonnes: 2.1,
    placedDaysAgo: 8,
    state: 'Delivered',
  },
  {
    number: '90364',
    customer: 'Gulf Date Company',
    goods: 'Medjool dates',
    weightInTonnes: 44,
    placedDaysAgo: 9,
    state: 'Delivered',
  },
]

export interface Invoice {
  readonly number: string
  readonly customer: string
  readonly amount: number
  readonly currency: 'EUR' | 'USD' | 'JPY'
  readonly dueInDays: number
  readonly paid: boolean
}

export const invoices: readonly Invoice[] = [
  {
    number: '2231-07',
    customer: 'Nordhavn Fisheries',
    amount: 18_420.5,
    currency: 'EUR',
    dueInDays: -97,
    paid: false,
  },
  {
    number: '2231-19',
    customer: 'Nordhavn Fisheries',
    amount: 7_315,
    currency: 'EUR',
    dueInDays: -91,
    paid: false,
  },
  {
    number: '2240-02',
    customer: 'Alpine Instruments',
    amount: 4_980.75,
    currency: 'EUR',
    dueInDays: -4,
    paid: false,
  },
  {
    number: '2240-11',
    customer: 'Kobe Precision',
    amount: 1_248_000,
    currency: 'JPY',
    dueInDays: 3,
    paid: false,
  },
  {
    number: '2241-05',
    customer: 'Saigon Furniture',
    amount: 22_150,
    currency: 'USD',
    dueInDays: 9,
    paid: false,
  },
  {
    number: '2241-06',
    customer: 'Gdańsk Glassworks',
    amount: 31_077.2,
    currency: 'EUR',
    dueInDays: 14,
    paid: false,
  },
  {
    number: '2239-14',
    customer: 'Chennai Textiles',
    amount: 12_640,
    currency: 'USD',
    dueInDays: -12,
    paid: true,
  },
  {
    number: '2238-08',
    customer: 'Auckland Orchards',
    amount: 40_912.9,
    currency: 'USD',
    dueInDays: -20,
    paid: true,
  },
]

/** Containers moved in each of the last twelve weeks. */
export const weeklyContainers = [
  812, 870, 795, 901, 940, 918, 1004, 962, 1051, 1108, 1072, 1163,
] as const

const dayInMs = 86_400_000
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
})

/** The day so many days from now, so that the example's content does not grow old. */
export function dayFromNow(days: number): string {
  return dayFormat.format(Date.now() + days * dayInMs)
}

/**
 * The pictures, in the colours of the page: uPlot draws on a canvas, which no
 * style sheet reaches. Its script stands before this one in the page.
 * @module
 */
import { say, timeOfDay } from './texts.js'

/** Pixels for a time such as 13:14:15, so that none runs into the next. */
const TIME_WIDTH = 80

const LATENCY_HEIGHT = 300
const CALLS_HEIGHT = 160
const AXIS_WIDTH = 56
const POINT = 7
/** Of the room that a bar has. */
const BAR = 0.9

/** Points: when, and how many ms those took that succeeded, and that did not. */
export function latencyPlot(area: HTMLElement): uPlot {
  const axis = lines()
  return follow(area, LATENCY_HEIGHT, {
    scales: { x: { range: aSecondAtLeast }, y: { distr: 3, log: 10 } },
    axes: [
      timeAxis(),
      { ...axis, grid: { ...axis.grid, filter: powersOfTen } },
    ],
    series: [
      times,
      points(say('console.plot.ok'), '--accent'),
      points(say('console.plot.not-ok'), '--bad'),
    ],
  })
}

/** Bars: when, and how many calls came. */
export function callsPlot(area: HTMLElement): uPlot {
  const paths = uPlot.paths.bars?.({ size: [BAR], align: 1 })
  return follow(area, CALLS_HEIGHT, {
    scales: { y: { range: (_, _least, most) => [0, Math.max(1, most)] } },
    axes: [
      { ...timeAxis(), filter: wholeSeconds },
      { ...lines(), incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
    ],
    series: [
      times,
      {
        label: say('console.plot.count'),
        fill: () => colour('--accent'),
        points: { show: false },
        ...(paths && { paths }),
      },
    ],
  })
}

/** A plot that follows the width of `area` and the colour scheme. */
function follow(
  area: HTMLElement,
  height: number,
  options: Omit<uPlot.Options, 'width' | 'height'>,
): uPlot {
  const empty = options.series.map(() => [])
  const size = () => ({ width: area.clientWidth, height })
  const plot = new uPlot(
    { ...size(), padding: [null, TIME_WIDTH / 2, null, null], ...options },
    [[], ...empty.slice(1)],
    area,
  )
  new ResizeObserver(() => {
    if (area.clientWidth > 0) plot.setSize(size())
  }).observe(area)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    plot.redraw(false, true),
  )
  return plot
}

function lines() {
  const stroke = () => colour('--line')
  return {
    stroke: () => colour('--soft'),
    grid: { stroke, width: 1 },
    ticks: { stroke, width: 1 },
    size: AXIS_WIDTH,
  }
}

function timeAxis(): uPlot.Axis {
  const { size, ...axis } = lines()
  const values: uPlot.Axis.Values = (_, moments) =>
    moments.map(moment => (moment === null ? '' : shownTime(moment)))
  return { ...axis, space: TIME_WIDTH, values }
}

/** A bar is a second wide at least. */
function wholeSeconds(_: uPlot, moments: number[]): (number | null)[] {
  return moments.map(moment => (Number.isInteger(moment) ? moment : null))
}

/** Of one moment alone uPlot would make a day. */
function aSecondAtLeast(
  { data: [moments] }: uPlot,
  first: number,
  last: number,
): uPlot.Range.MinMax {
  return [first, moments[0] === moments.at(-1) ? first + 1 : last]
}

const times: uPlot.Series = {
  label: say('console.requests.at'),
  value: (_, moment) => shownTime(moment),
}

function points(label: string, name: string): uPlot.Series {
  const stroke = () => colour(name)
  return {
    label,
    stroke,
    paths: () => null,
    points: { show: true, size: POINT, fill: stroke, width: 0 },
    value: (_, ms) => (ms === null ? '–' : `${ms} ms`),
  }
}

/** Seconds since 1970; between two seconds, with a part of one. */
function shownTime(moment: number | null): string {
  if (moment === null) return '–'
  const part = (moment % 1).toFixed(2).slice(1)
  return timeOfDay(moment * 1000) + (part === '.00' ? '' : part)
}

/** A line for each of nine steps would be a grey surface. */
function powersOfTen(_: uPlot, values: number[]): (number | null)[] {
  return values.map(value =>
    Number.isInteger(Math.log10(value)) ? value : null,
  )
}

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name)
}

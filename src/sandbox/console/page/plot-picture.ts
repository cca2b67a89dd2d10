/**
 * The picture, in the colours of the page: uPlot draws on a canvas, which no
 * style sheet reaches. Its script stands before this one in the page.
 * @module
 */
import { locale, say } from './texts.js'

const HEIGHT = 320
const POINT = 7

/** A plot that fills `area` and follows its width and the colour scheme. */
export function makePlot(area: HTMLElement): uPlot {
  const plot = new uPlot(options(area), [[], [], []], area)
  new ResizeObserver(() => {
    if (area.clientWidth > 0)
      plot.setSize({ width: area.clientWidth, height: HEIGHT })
  }).observe(area)
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () =>
    plot.redraw(false, true),
  )
  return plot
}

function options(area: HTMLElement): uPlot.Options {
  const axis = {
    stroke: () => colour('--soft'),
    grid: { stroke: () => colour('--line'), width: 1 },
    ticks: { stroke: () => colour('--line'), width: 1 },
  }
  return {
    width: area.clientWidth,
    height: HEIGHT,
    scales: { y: { distr: 3, log: 10 } },
    axes: [
      { ...axis, values: '{HH}:{mm}:{ss}' },
      { ...axis, size: 60 },
    ],
    series: [
      {
        value: (_, at) => new Date((at ?? 0) * 1000).toLocaleTimeString(locale),
      },
      points(say('console.plot.ok'), '--accent'),
      points(say('console.plot.not-ok'), '--bad'),
    ],
  }
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

function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(name)
}

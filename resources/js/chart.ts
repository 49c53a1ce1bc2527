import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import * as echarts from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

echarts.use([BarChart, LineChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

interface ChartData {
  kind: 'bar' | 'line' | 'stacked'
  labels: string[]
  /** Decimal texts; they become floats for the drawing alone, the table beside it shows the figures. */
  series: { name: string; values: string[] }[]
  money: boolean
  rtl: boolean
}

const COLOURS = ['#2277a3', '#d39413', '#2f9e5f', '#b4475a', '#6d6bb3', '#5d7a8a']

/** Draws the figures of `data-chart`, reading from the right in Arabic. */
export async function drawChart(element: HTMLElement): Promise<echarts.ECharts> {
  await document.fonts.ready
  const data = JSON.parse(element.dataset.chart!) as ChartData
  const chart = echarts.init(element, null, { renderer: 'svg' })
  const draw = () => chart.setOption(optionsOf(data, element), true)
  draw()

  const resizing = new ResizeObserver(() => chart.resize())
  resizing.observe(element)
  const themes = new MutationObserver(draw)
  themes.observe(document.documentElement, { attributeFilter: ['data-bs-theme'] })
  const dispose = chart.dispose.bind(chart)
  chart.dispose = () => {
    resizing.disconnect()
    themes.disconnect()
    dispose()
  }
  return chart
}

function optionsOf(data: ChartData, element: HTMLElement): echarts.EChartsCoreOption {
  const style = getComputedStyle(element)
  const ink = style.getPropertyValue('--ink-soft').trim()
  const line = style.getPropertyValue('--line').trim()
  const surface = style.getPropertyValue('--surface').trim()
  const font = { fontFamily: 'IBM Plex Sans Arabic', color: ink, fontSize: 12 }
  return {
    animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
    textStyle: font,
    grid: {
      top: 44,
      bottom: 8,
      left: 8,
      right: 8,
      outerBoundsMode: 'same',
      outerBoundsContain: 'axisLabel',
    },
    legend: {
      top: 4,
      [data.rtl ? 'right' : 'left']: 8,
      textStyle: font,
      itemGap: 18,
      icon: 'roundRect',
    },
    tooltip: {
      trigger: 'axis',
      backgroundColor: surface,
      borderColor: line,
      textStyle: { ...font, color: style.getPropertyValue('--ink').trim() },
      valueFormatter: (value: number) => grouped(value, data.money),
      extraCssText: data.rtl ? 'direction: rtl; text-align: right' : '',
    },
    xAxis: {
      type: 'category',
      data: data.labels,
      inverse: data.rtl,
      axisLabel: font,
      axisLine: { lineStyle: { color: line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      position: data.rtl ? 'right' : 'left',
      axisLabel: { ...font, formatter: (value: number) => short(value, data.rtl) },
      splitLine: { lineStyle: { color: line } },
    },
    series: ordered(data).map(({ name, values, colour }) => ({
      color: colour,
      name,
      type: data.kind === 'line' ? 'line' : 'bar',
      stack: data.kind === 'stacked' ? 'all' : undefined,
      data: values.map(Number),
      barMaxWidth: 34,
      smooth: false,
      symbolSize: 6,
      itemStyle: { borderRadius: data.kind === 'bar' ? [3, 3, 0, 0] : 0 },
    })),
  }
}

/** The series as they stand from left to right: in Arabic the first stands rightmost. */
function ordered(data: ChartData) {
  const series = data.series.map((line, at) => ({ ...line, colour: COLOURS[at % COLOURS.length] }))
  return data.rtl ? series.reverse() : series
}

function grouped(value: number, money: boolean): string {
  const digits = money ? 2 : 0
  return value.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

/** Axis figures: thousands and millions in a word. */
function short(value: number, arabic: boolean): string {
  const size = Math.abs(value)
  if (size >= 1e6) return `${+(value / 1e6).toFixed(1)} ${arabic ? 'مليون' : 'M'}`
  if (size >= 1e3) return `${+(value / 1e3).toFixed(1)} ${arabic ? 'ألف' : 'k'}`
  return String(value)
}

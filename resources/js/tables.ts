declare const up: any

/** Marks the sides on which a wide table goes on, so that nobody takes a cut column for the last. */
up.compiler('.table-scroll', (box: HTMLElement) => {
  const look = () => {
    const hidden = box.scrollWidth - box.clientWidth
    // From the right in Arabic the position counts down from zero.
    const fromStart = Math.abs(box.scrollLeft)
    const rtl = getComputedStyle(box).direction === 'rtl'
    const before = fromStart > 2
    const after = hidden - fromStart > 2
    box.classList.toggle('more-left', rtl ? after : before)
    box.classList.toggle('more-right', rtl ? before : after)
  }
  const resizing = new ResizeObserver(look)
  resizing.observe(box)
  box.addEventListener('scroll', look, { passive: true })
  return () => resizing.disconnect()
})

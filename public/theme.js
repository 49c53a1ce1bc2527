// Runs before the page is painted, so that a dark room never sees a white flash.
;(function () {
  var root = document.documentElement
  if (root.dataset.theme !== 'auto') return
  var dark = window.matchMedia('(prefers-color-scheme: dark)')
  function apply() {
    root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light')
  }
  apply()
  dark.addEventListener('change', apply)
})()

// Says it where the browser can't run Hearth, instead of an empty page. In words that browsers of 2018 know; a file of its own,
// because the page allows no inline script. Which browsers can: README.
(function () {
  function can() {
    try {
      new RegExp('[a--b]', 'v');
      return (
        'withResolvers' in Promise &&
        'groupBy' in Map &&
        'Segmenter' in Intl &&
        'showPopover' in HTMLElement.prototype &&
        CSS.supports('selector(:has(a))')
      );
    } catch {
      return false;
    }
  }
  if (can()) return;
  var root = document.getElementById('root');
  var words = document.createElement('p');
  words.className = 'instead';
  words.textContent =
    'This browser is too old for Hearth. Please open this page in Chrome or Edge 120, Firefox 140, Safari 17.4, or any later one.';
  // Without #root the application begins nothing.
  root.parentNode.replaceChild(words, root);
})();

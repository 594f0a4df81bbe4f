// Applies the chosen theme and density before the first paint. A file of its own: the page allows no inline script.
try {
  const theme = localStorage.getItem('hearth.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
  if (localStorage.getItem('hearth.density') === 'compact') document.documentElement.dataset.density = 'compact';
} catch {
  // Storage is switched off: the page follows the system.
}

// Before the first paint, so that nobody is dazzled: a theme that was chosen stands above the system's.
try {
  const theme = localStorage.getItem('cortex.theme');
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
} catch {
  // Without storage the system's theme it is.
}

import { useState } from 'react';

type Theme = 'system' | 'light' | 'dark';

/** Read by theme.js before the first paint. */
const KEY = 'cortex.theme';

export function ThemeChoice() {
  const [theme, setTheme] = useState<Theme>(() => (document.documentElement.dataset['theme'] as Theme | undefined) ?? 'system');
  return (
    <label className="menu-field">
      Theme
      <select
        value={theme}
        onChange={(event) => {
          const chosen = event.target.value as Theme;
          setTheme(chosen);
          if (chosen === 'system') delete document.documentElement.dataset['theme'];
          else document.documentElement.dataset['theme'] = chosen;
          localStorage.setItem(KEY, chosen);
        }}
      >
        <option value="system">As the system</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  );
}

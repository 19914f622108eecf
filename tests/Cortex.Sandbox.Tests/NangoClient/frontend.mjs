// Drives Nango's own front-end library through a connect dialog: one JSON line with {"host","token","key","allow"} in, one with
// {"value"} or {"errorType","message"} out. There is no browser here: the pop-up is one that follows redirects and clicks a link.
import { once } from 'node:events';
import { createInterface } from 'node:readline';

const [line] = await once(createInterface({ input: process.stdin }), 'line');
const { host, token, key, allow } = JSON.parse(line);

class Popup {
  closed = false;
  set location(url) { void this.visit(url); }
  close() { this.closed = true; }

  async visit(url) {
    const page = await fetch(url);
    const link = new RegExp(`id="${allow ? 'allow' : 'deny'}" href="([^"]+)"`).exec(await page.text());
    if (link) await fetch(new URL(link[1].replaceAll('&amp;', '&'), page.url));
  }
}

globalThis.window = { open: () => new Popup(), screen: { width: 1280, height: 800 } };
const { default: Nango } = await import('@nangohq/frontend');
try {
  console.log(JSON.stringify({ value: await new Nango({ host, connectSessionToken: token }).auth(key) }));
} catch (error) {
  console.log(JSON.stringify({ errorType: error.type, message: error.message }));
}

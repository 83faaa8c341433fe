// What can only be measured in a browser, written to the page's root element for whoever dumps it.
const rgb = (color) => color.match(/[\d.]+/g).map(Number);
const light = (color) => {
  const part = rgb(color).slice(0, 3).map((v) => v / 255)
    .map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
  return 0.2126 * part[0] + 0.7152 * part[1] + 0.0722 * part[2];
};
const behind = (element) => {
  for (let e = element; e; e = e.parentElement) {
    const color = getComputedStyle(e).backgroundColor;
    const parts = rgb(color);
    if (parts.length < 4 || parts[3] > 0) return color;
  }
  return 'rgb(255, 255, 255)';
};
let worst = { ratio: 99, text: '' };
for (const element of document.body.querySelectorAll('*')) {
  const text = [...element.childNodes].filter((n) => n.nodeType === 3).map((n) => n.data).join('').trim();
  if (!text || element.tagName === 'SCRIPT') continue;
  const both = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
  const ratio = (both[0] + 0.05) / (both[1] + 0.05);
  if (ratio < worst.ratio) worst = { ratio, text };
}
const root = document.documentElement;
root.setAttribute('data-page', getComputedStyle(document.body).backgroundColor);
root.setAttribute('data-contrast', worst.ratio.toFixed(2));
root.setAttribute('data-worst', worst.text);
root.setAttribute('data-overflow', root.scrollWidth - root.clientWidth);
root.setAttribute('data-loaded', performance.getEntriesByType('resource').length);
root.setAttribute('data-diff-lines', document.querySelectorAll('pre.diff > span').length);
root.setAttribute('data-seen', [...document.querySelectorAll('article')].filter((a) => a.offsetHeight > 50).length);

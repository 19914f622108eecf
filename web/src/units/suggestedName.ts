const CHARS_MAX = 60;

/** A name made of the prompt's own words: "email from test@test.com → do nothing". */
export function suggestedName(prompt: string): string {
  const said = prompt.replace(/\s+/g, ' ').trim();
  const parts = /^when:?\s+(.+?)[,.]?\s+then:?\s+(.+)$/i.exec(said);
  const name = parts ? `${parts[1] ?? ''} → ${parts[2] ?? ''}` : said;
  const short = name.length > CHARS_MAX ? `${name.slice(0, CHARS_MAX - 1).trimEnd()}…` : name;
  return short.charAt(0).toUpperCase() + short.slice(1);
}

// Whether THIRD-PARTY-NOTICES says what the console's last build contains; with --write it is made to.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const file = join(root, 'THIRD-PARTY-NOTICES');
const built = readFileSync(join(root, 'src/Cortex.Api/wwwroot/third-party-notices.txt'), 'utf8');

if (process.argv.includes('--write')) {
  writeFileSync(file, built);
} else if (!existsSync(file) || readFileSync(file, 'utf8') !== built) {
  console.error('THIRD-PARTY-NOTICES is not what the console contains. Write it anew with: cd web && npm run notices');
  process.exitCode = 1;
}

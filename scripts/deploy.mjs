/** npm run deploy -- <org alias> [folder …]: builds the components, then deploys the folders (force-app unless named). */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { prepare, root } from './lib/prepare.mjs';

const [alias, ...folders] = process.argv.slice(2);
if (!alias || alias.startsWith('-')) {
    console.error(
        'Usage: npm run deploy -- <org alias> [folder …]      for example: npm run deploy -- my-sandbox force-app'
    );
    process.exit(2);
}
prepare({ runsApex: false });
const { buildComponents } = await import('./build.mjs');
// Without the compiled .js an org would accept the bundle and show an empty component.
if (!buildComponents()) process.exit(1);
const sources = (folders.length > 0 ? folders : ['force-app']).flatMap((folder) => ['--source-dir', folder]);
const sf = path.join(root, 'node_modules/.bin/sf');
const deploy = spawnSync(sf, ['project', 'deploy', 'start', '--target-org', alias, ...sources], {
    cwd: root,
    stdio: 'inherit'
});
process.exit(deploy.status ?? 1);

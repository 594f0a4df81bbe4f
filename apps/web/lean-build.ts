// What a build leaves out because no browser needs it: icons of parts that come later, random letters in class names, and a
// library's coloured log. Only builds do this; `pnpm dev` and the tests run what the packages have.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const fromIcons = /import \{([^}]*)\} from 'lucide-react';/g;
const exported = /^export \{([^}]*)\} from '(\.\/icons\/[^']+)';$/gm;
const iconFile = /\/lucide-react\/dist\/esm\/icons\/[^/]+\.mjs$/;

/** @returns by the name that lucide-react exports, the file that the icon is in; read from its list of exports. */
export const iconFiles = (list: string): Map<string, string> => {
  const files = new Map<string, string>();
  for (const [, names = '', file = ''] of list.matchAll(exported))
    for (const [, name = ''] of names.matchAll(/default as (\w+)/g)) files.set(name, file);
  return files;
};

/** @returns the source with every icon imported from its own file; types stay as they are. */
export const importsByFile = (source: string, files: ReadonlyMap<string, string>, folder: string): string =>
  source.replaceAll(fromIcons, (_line, names: string) =>
    names
      .split(',')
      .flatMap((name) => name.trim() || [])
      .map((name) => {
        const [icon = name, as = icon] = name.split(' as ');
        const file = files.get(icon);
        return file === undefined
          ? `import type { ${name.replace(/^type /, '')} } from 'lucide-react';`
          : `import ${as} from '${folder}${file.slice(1)}';`;
      })
      .join(' '),
  );

/** Icons are in the file of the parts that show them. Through the package's one list, all would come with the first page. */
const iconsByFile = (): Plugin => {
  const list = createRequire(import.meta.url)
    .resolve('lucide-react')
    .replace('/cjs/lucide-react.js', '/esm/lucide-react.mjs');
  const files = iconFiles(readFileSync(list, 'utf8'));
  const folder = list.slice(0, list.lastIndexOf('/'));
  return {
    name: 'icons-by-file',
    apply: 'build',
    enforce: 'pre',
    transform: (code, id) => {
      if (iconFile.test(id)) return { code: code.replaceAll(/,\s*key: "[^"]*"/g, ''), map: null };
      return code.includes("from 'lucide-react'") ? { code: importsByFile(code, files, folder), map: null } : null;
    },
  };
};

/** Yjs warns through lib0's coloured console, which brings a DOM and a schema library along. */
const plainConsole = (): Plugin => ({
  name: 'plain-console',
  apply: 'build',
  enforce: 'pre',
  resolveId: (source) => (source === 'lib0/logging' ? '\0plain-console' : null),
  load: (id) =>
    id === '\0plain-console'
      ? [
          'const say = (...what) => console.warn(...what.filter((part) => part !== ""));',
          'export { say as print, say as warn };',
          'export const ORANGE = "", BOLD = "", UNBOLD = "", RED = "";',
        ].join('\n')
      : null,
});

const styles = readdirSync(new URL('src/', import.meta.url), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.module.css'))
  .sort();

/** @returns a class's name in the built style: what it is called in its file, and the file's number. */
export const leanNames = (name: string, file: string): string => {
  const number = styles.indexOf(relative(fileURLToPath(new URL('src/', import.meta.url)), file));
  if (number < 0) throw new Error(`${file} is not a style of this application`);
  return `${name}-${number.toString(36)}`;
};

const shortClassNames = (): Plugin => ({
  name: 'short-class-names',
  apply: 'build',
  config: () => ({ css: { modules: { generateScopedName: leanNames } } }),
});

export const leanBuild = (): Plugin[] => [iconsByFile(), plainConsole(), shortClassNames()];

import { readContent } from '#content/read.ts';
import { procedures } from '#machines/procedures/index.ts';
import { openCalendar } from '#machines/working-days.ts';
import { isCaught, mutationsOf } from './machines/mutations.ts';
const c = readContent('content'); const cal = openCalendar(c.calendars['england-and-wales']!);
const order = ['hips','kent','london','bfg','staffordshire'].map(id => c.rulebooks.find(r=>r.id===id)!);
const only = process.argv[2]; 
for (const p of Object.values(procedures)) { if (only && p.id !== only) continue;
  const all = mutationsOf(p, c.rulebooks.find(r=>r.id==='london')!.rules); let n=0; const t0=performance.now(); const bad: string[]=[];
  for (const m of all) { const bs = m.rules ? [c.rulebooks.find(r=>r.id==='london')!] : order; if (!isCaught(m, bs, cal)) bad.push(m.kind+': '+m.what); n++; }
  console.log(p.id, n, 'mutations', bad.length, 'survive', Math.round((performance.now()-t0)/1000)+'s'); for (const b of bad) console.log('   ', b); }

// Prints what the validator objects to: node objections.js FILE OUT ACCEPTED. Exits 1 if anything is not accepted.
'use strict';
const fs = require('fs');
const [file, out, acceptedFile] = process.argv.slice(2);

const accepted = fs.readFileSync(acceptedFile, 'utf8').split('\n').filter(line => line && !line.startsWith('#'))
  .map(line => { const [rule, detail, ...reason] = line.split(' '); return { rule, detail, reason: reason.join(' '), count: 0 }; });

const log = JSON.parse(fs.readFileSync(out, 'utf8'));
const said = [];
for (const run of log.runs) {
  for (const result of run.results ?? [])
    said.push({ rule: result.ruleId, detail: result.message.id ?? '', text: `${result.level ?? 'warning'} ${(result.message.arguments ?? []).join(' · ')} ${result.message.text ?? ''}` });
  for (const invocation of run.invocations ?? [])
    for (const notification of [...invocation.toolExecutionNotifications ?? [], ...invocation.toolConfigurationNotifications ?? []])
      said.push({ rule: notification.descriptor?.id ?? 'notification', detail: '', text: notification.message.text ?? notification.message.id });
}
// no run at all means that nothing was looked at
if (log.runs.length === 0) said.push({ rule: 'gate', detail: '', text: 'the validator reports no run' });

let objections = 0;
for (const it of said) {
  // a disabled rule (WRN999) is known by the rule it names; GH1004 is disabled by the gate itself above 1,000 results
  const known = accepted.find(a => a.rule === it.rule && (a.detail === it.detail || it.text.includes(`'${a.detail}'`)));
  if (known) known.count++;
  else if (!(it.rule === 'WRN999.RuleExplicitlyDisabled' && it.text.includes("'GH1004'"))) {
    objections++;
    console.log(`  ${it.rule} ${it.detail}: ${it.text}`);
  }
}
for (const a of accepted.filter(a => a.count > 0)) console.log(`  accepted ${a.count} × ${a.rule} ${a.detail}: ${a.reason}`);
console.log(`${objections === 0 ? 'PASSED' : 'FAILED'}: ${file}: ${objections} objections`);
process.exit(objections === 0 ? 0 : 1);

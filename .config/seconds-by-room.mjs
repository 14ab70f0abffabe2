/** A reporter for vitest: says at the end how long the tests of each room took, and which files are dear. It fails nothing. */

/** Seconds from which a file is named. On a machine that does nothing else, most take less than one. */
const dear = 4;

const seconds = (milliseconds) => (milliseconds / 1000).toFixed(1);

export default class SecondsByRoom {
  onTestRunEnd(modules) {
    const files = modules.map((each) => {
      const { collectDuration, setupDuration, duration } = each.diagnostic();
      const name = each.relativeModuleId ?? each.moduleId;
      return { name, took: collectDuration + setupDuration + duration };
    });
    const rooms = new Map();
    for (const { name, took } of files) {
      const [, room = name] = /^test\/([^/]+)\//.exec(name) ?? [];
      rooms.set(room, (rooms.get(room) ?? 0) + took);
    }
    const total = files.reduce((sum, { took }) => sum + took, 0);
    const byRoom = [...rooms].toSorted(([, a], [, b]) => b - a).map(([room, took]) => `${room} ${seconds(took)}`);
    console.log(`\nSeconds of tests, of all workers together: ${seconds(total)} (${byRoom.join(", ")}).`);
    const named = files.filter(({ took }) => took > dear * 1000).toSorted((a, b) => b.took - a.took);
    if (named.length > 0)
      console.log(
        `Files that took more than ${dear} s: ${named.map(({ name, took }) => `${name} ${seconds(took)}`).join(", ")}.`,
      );
  }
}

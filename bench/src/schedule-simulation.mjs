/**
 * Plays a run of ranges on many workers through one server and one coordinator, each of which does one thing at a time, in order.
 * A worker asks for a range, computes it, and sends what came of it to the server; the coordinator fetches that, checks it, keeps it.
 * Times are in seconds. Which range takes longer is drawn by a small generator of its own, so that every run of this is the same.
 */
export function simulateSchedule({
  workers,
  ranges,
  compute, // of one range on one worker, in the middle
  spread, // of that, as a share: the slowest take this much longer, the fastest this much less
  lost, // share of ranges whose worker dies half way through
  noticed, // until a death is noticed
  bytes, // of a range's answer
  link, // bytes a second, of the server's line and of the coordinator's
  ask, // of the server, to give out a range
  keep, // of the coordinator, to check a range and keep it
}) {
  const random = generator();
  const free = heap();
  for (let worker = 0; worker < workers; worker++) free.push(0);
  const answers = heap();
  let [server, busyServer, busyCoordinator, computed] = [0, 0, 0, 0];
  for (let range = 0; range < ranges; range++) {
    const asked = free.pop();
    const given = Math.max(asked, server) + ask;
    server = given;
    const lasts = compute * (1 + spread * (2 * random() - 1));
    const dies = random() < lost;
    const done = given + lasts + (dies ? lasts / 2 + noticed : 0);
    computed += lasts;
    free.push(done + bytes / link);
    answers.push(done + bytes / link);
    busyServer += ask + (2 * bytes) / link;
  }
  const sent = answers.max();
  let coordinator = 0;
  while (answers.size() > 0) {
    coordinator = Math.max(coordinator, answers.pop()) + bytes / link + keep;
    busyCoordinator += bytes / link + keep;
  }
  const lasted = Math.max(coordinator, sent, busyServer);
  return {
    lasted,
    sent,
    used: computed / (workers * lasted),
    server: busyServer / lasted,
    coordinator: busyCoordinator / lasted,
  };
}

/** Numbers in [0, 1), the same each time. Source: Park & Miller 1988, Commun. ACM 31, 1192-1201. */
function generator() {
  let state = 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** Moments, the earliest first. */
function heap() {
  const items = [];
  let latest = 0;
  const swap = (a, b) => {
    [items[a], items[b]] = [items[b], items[a]];
  };
  return {
    size: () => items.length,
    max: () => latest,
    push(item) {
      latest = Math.max(latest, item);
      let at = items.push(item) - 1;
      for (let up = (at - 1) >> 1; at > 0 && items[up] > items[at]; at = up, up = (at - 1) >> 1) swap(at, up);
    },
    pop() {
      const [first] = items;
      const last = items.pop();
      if (items.length === 0) return first;
      items[0] = last;
      for (let at = 0; ; ) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        let least = at;
        if (left < items.length && items[left] < items[least]) least = left;
        if (right < items.length && items[right] < items[least]) least = right;
        if (least === at) return first;
        swap(at, least);
        at = least;
      }
    },
  };
}

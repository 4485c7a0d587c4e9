// The connection to the program: messages in, changes out. Lost connections are made anew.

const SHORTEST_WAIT = 400;
const LONGEST_WAIT = 5_000;

/** Connects; handlers has one function for each type of message, and link(state). */
export function connect(handlers) {
  let wait = SHORTEST_WAIT;

  function open() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/feed`);
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => {
      wait = SHORTEST_WAIT;
      handlers.link('live');
    };
    socket.onmessage = ({ data }) => {
      if (typeof data === 'string') {
        const message = JSON.parse(data);
        handlers[message.type]?.(message);
      } else {
        handlers.binary(data);
      }
    };
    socket.onclose = () => {
      handlers.link('lost');
      setTimeout(open, wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
    };
  }

  open();
}

/** Asks for a change of one sensor; resolves to a complaint, or to nothing when it is done. */
export async function ask(sensor, change) {
  try {
    const answer = await fetch('/api/control', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ sensor, ...change }),
    });
    const said = await answer.json().catch(() => undefined);
    return answer.ok ? undefined : (said?.error ?? `refused (${answer.status})`);
  } catch {
    return 'the program does not answer';
  }
}

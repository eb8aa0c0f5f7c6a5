/** Signed amounts as bars from a middle line, each with its number beside it; sign by side and by sign. */

export interface SignedBar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly strong?: boolean;
}

const WIDTH = 240;
const HEIGHT = 16;

export function SignedBars(props: {
  readonly title: string;
  readonly head: string;
  readonly valueHead: string;
  readonly bars: readonly SignedBar[];
}) {
  const largest = Math.max(...props.bars.map((bar) => Math.abs(bar.value)), Number.MIN_VALUE);
  return (
    <section class="scroll" tabindex={0} aria-label={props.title}>
      <table class="bars">
        <thead>
          <tr>
            <th scope="col">{props.head}</th>
            <th scope="col" class="number">
              {props.valueHead}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {props.bars.map((bar) => {
            const length = (Math.abs(bar.value) / largest) * (WIDTH / 2 - 2);
            return (
              <tr class={bar.strong ? 'strong' : ''}>
                <th scope="row">{bar.label}</th>
                <td class="number">{bar.text}</td>
                <td>
                  <svg
                    width={WIDTH}
                    height={HEIGHT}
                    viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                    preserveAspectRatio="none"
                    aria-hidden="true"
                  >
                    <rect
                      x={bar.value < 0 ? WIDTH / 2 - length : WIDTH / 2}
                      y={2}
                      width={length}
                      height={HEIGHT - 4}
                      class={bar.value < 0 ? 'bar-against' : 'bar-for'}
                    />
                    <line x1={WIDTH / 2} x2={WIDTH / 2} y1={0} y2={HEIGHT} class="middle" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

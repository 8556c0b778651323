// Copyright the Postwatch authors. SPDX-License-Identifier: Apache-2.0
// Equal Earth (Šavrič, Patterson, Jenny, 2018), in which world.json is drawn: equal areas look equal.

const [A1, A2, A3, A4] = [1.340264, -0.081106, 0.000893, 0.003796];
const M = Math.sqrt(3) / 2;
const RADIANS = Math.PI / 180;

/** @returns (longitude, latitude) => [x, y] in the units of the map */
export function projection({ scale, translate, meridian }) {
  return (longitude, latitude) => {
    const turned = (((longitude - meridian + 540) % 360) - 180) * RADIANS;
    const l = Math.asin(M * Math.sin(latitude * RADIANS));
    const l2 = l * l;
    const l6 = l2 * l2 * l2;
    const x = (turned * Math.cos(l)) / (M * (A1 + 3 * A2 * l2 + l6 * (7 * A3 + 9 * A4 * l2)));
    const y = l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2));
    return [translate[0] + scale * x, translate[1] - scale * y];
  };
}

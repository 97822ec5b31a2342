// SPDX-FileCopyrightText: Sprechtag contributors
// SPDX-License-Identifier: EUPL-1.2

// The keys of a document that has the keyboard.

interface KeyWorld {
    turn(pages: number): void;
    zoom(steps: number): void;
}

const kMove = 60;
const kArrows: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [1, 0],
    ArrowRight: [-1, 0],
    ArrowUp: [0, 1],
    ArrowDown: [0, -1],
};

export class ViewerKeys {
    constructor(
        element: HTMLElement,
        private readonly world: KeyWorld,
        private readonly turnTo: (page: number) => void,
        private readonly count: number,
        private readonly move: (dx: number, dy: number) => boolean,
    ) {
        element.addEventListener('keydown', (event) => {
            const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
            if (event.target === element && plain && this.#take(event.key)) event.preventDefault();
        });
    }

    #take(key: string): boolean {
        const arrow = kArrows[key];
        if (arrow !== undefined) {
            const [dx, dy] = arrow;
            // What cannot be moved any further is turned.
            if (!this.move(dx * kMove, dy * kMove)) this.world.turn(dx + dy > 0 ? -1 : 1);
            return true;
        }
        switch (key) {
            case 'PageUp':
                this.world.turn(-1);
                return true;
            case 'PageDown':
                this.world.turn(1);
                return true;
            case 'Home':
                this.turnTo(1);
                return true;
            case 'End':
                this.turnTo(this.count);
                return true;
            case '+':
            case '=':
                this.world.zoom(1);
                return true;
            case '-':
                this.world.zoom(-1);
                return true;
            case '0':
                this.world.zoom(0);
                return true;
            default:
                return false;
        }
    }
}

#!/usr/bin/env python3
# SPDX-FileCopyrightText: Sprechtag contributors
# SPDX-License-Identifier: EUPL-1.2
"""A line between this machine and a network namespace, made of two tunnels, as thin and lossy as it is told.

    thinLine.py NAMESPACE NAME HERE THERE      addresses such as 10.231.1.1 and 10.231.1.2

Says "ready"; then takes lines such as `rate 64000 loss 0.2` (bits a second, share of packets; 0: no limit) from its
input, and ends with it. Each direction has a queue of its own that is as long as half a second of the rate: what does
not fit is dropped, as any router does.
"""
import fcntl
import heapq
import os
import random
import select
import struct
import subprocess
import sys
import time

TUNSETIFF = 0x400454CA
IFF_TUN_NO_PI = 0x0001 | 0x1000
LONGEST_QUEUE_S = 0.5
MTU = 1400


def tunnel(name):
    fd = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK)
    fcntl.ioctl(fd, TUNSETIFF, struct.pack("16sH22x", name.encode(), IFF_TUN_NO_PI))
    return fd


def ip(*words):
    subprocess.run(["ip", *words], check=True)


class Direction:
    """Packets from one end to the other, one after the other at the rate of the line."""

    def __init__(self, source, target):
        self.source, self.target = source, target
        self.free_at = 0.0
        self.due = []
        self.count = 0

    def take(self, now, rate, loss):
        for _ in range(64):
            try:
                packet = os.read(self.source, 65536)
            except (BlockingIOError, OSError):
                return
            if random.random() < loss:
                continue
            start = max(now, self.free_at)
            if rate and start - now > LONGEST_QUEUE_S:
                continue
            self.free_at = start + (len(packet) * 8 / rate if rate else 0)
            self.count += 1
            heapq.heappush(self.due, (self.free_at, self.count, packet))

    def give(self, now):
        while self.due and self.due[0][0] <= now:
            packet = heapq.heappop(self.due)[2]
            try:
                os.write(self.target, packet)
            except OSError:
                pass  # the other end is down: the packet is lost, as it would be


def run(ends):
    ways = [Direction(*ends), Direction(*reversed(ends))]
    rate, loss = 0, 0.0
    while True:
        now = time.monotonic()
        nearest = min((way.due[0][0] for way in ways if way.due), default=now + 1)
        readable, _, _ = select.select([sys.stdin, *ends], [], [], max(0, min(1, nearest - now)))
        now = time.monotonic()
        if sys.stdin in readable:
            words = sys.stdin.readline().split()
            if not words:
                return
            told = dict(zip(words[::2], words[1::2]))
            rate, loss = float(told.get("rate", rate)), float(told.get("loss", loss))
            print("told", flush=True)
        for way in ways:
            if way.source in readable:
                way.take(now, rate, loss)
            way.give(now)


def main():
    namespace, name, here, there = sys.argv[1:5]
    ends = (tunnel(f"{name}h"), tunnel(f"{name}n"))
    ip("link", "set", f"{name}n", "netns", namespace)
    for prefix, device, own, other in (((), f"{name}h", here, there), (("-n", namespace), f"{name}n", there, here)):
        ip(*prefix, "address", "add", own, "peer", other, "dev", device)
        ip(*prefix, "link", "set", device, "mtu", str(MTU), "up")
    print("ready", flush=True)
    run(ends)


main()

# Imported first by each peer: at its end it writes what the whole process and its children used, as bench/usage.ts does.
import atexit
import json
import os
import re
import resource


def peak_bytes():
    try:
        with open("/proc/self/status") as status:
            found = re.search(r"^VmHWM:\s+(\d+) kB", status.read(), re.M)
            if found:
                return int(found[1]) * 1024
    except OSError:
        pass  # no /proc on this system
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def write():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    cpu = sum(one.ru_utime + one.ru_stime for one in used)
    with open(os.environ["BENCH_USAGE"], "w") as file:
        json.dump({"cpuSeconds": cpu, "peakBytes": peak_bytes()}, file)


atexit.register(write)

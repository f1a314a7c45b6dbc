import sys, time
from govhr import paths
sys.path.insert(0, str(paths.CHECKOUT))
from tests.bench import province
env = globals()["env"]
t = time.time()
province.build(env, int(argv[0]), int(argv[1]), say=lambda x: print(f"{time.time()-t:.1f}", x, flush=True))

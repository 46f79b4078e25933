import Glibc

/// Threads of our own for tasks that wait for files.
///
/// Those that Swift shares among tasks are as many as cores, have small stacks, and are not to be blocked; these
/// are as many as asked for, have the stack of a program, and may wait. Signals are none of theirs.
final class WorkerThreads: TaskExecutor, @unchecked Sendable {
  private var jobs: [UnownedJob] = []
  private var head = 0
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  private init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  /// `count` threads, which stay until the program ends.
  static func start(_ count: Int) -> WorkerThreads {
    let executor = WorkerThreads()
    var attributes = pthread_attr_t()
    pthread_attr_init(&attributes)
    pthread_attr_setstacksize(&attributes, 8 << 20)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    defer { pthread_attr_destroy(&attributes) }
    // What a thread inherits: no signals, so that the first thread of the program gets them.
    var (all, before) = (sigset_t(), sigset_t())
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    for _ in 0..<count {
      var thread = pthread_t()
      // The threads keep the executor alive: one reference each.
      let reference = Unmanaged.passRetained(executor)
      let status = pthread_create(&thread, &attributes, { WorkerThreads.work($0) }, reference.toOpaque())
      if status != 0 { reference.release() }
    }
    return executor
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    pthread_mutex_lock(mutex)
    jobs.append(job)
    pthread_cond_signal(condition)
    pthread_mutex_unlock(mutex)
  }

  private static func work(_ reference: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let reference else { return nil }
    let executor = Unmanaged<WorkerThreads>.fromOpaque(reference).takeRetainedValue()
    while true { executor.next().runSynchronously(on: executor.asUnownedTaskExecutor()) }
  }

  private func next() -> UnownedJob {
    pthread_mutex_lock(mutex)
    defer { pthread_mutex_unlock(mutex) }
    while head == jobs.count { pthread_cond_wait(condition, mutex) }
    defer {
      head += 1
      if head == jobs.count {
        jobs.removeAll(keepingCapacity: true)
        head = 0
      }
    }
    return jobs[head]
  }
}

/// Runs what is asynchronous to its end while the caller, which is not, waits.
enum Waiting {
  /// What crosses over to the other thread and back: the caller touches none of it meanwhile.
  private final class Handover<Result>: @unchecked Sendable {
    let work: () async -> Result
    var result: Result?
    let done = UnsafeMutablePointer<sem_t>.allocate(capacity: 1)

    init(_ work: @escaping () async -> Result) {
      self.work = work
      sem_init(done, 0, 0)
    }

    deinit {
      sem_destroy(done)
      done.deallocate()
    }
  }

  /// The result of `work`, which runs on `thread`.
  static func result<Result>(on thread: WorkerThreads, of work: @escaping () async -> Result) -> Result? {
    let handover = Handover(work)
    Task(executorPreference: thread) {
      handover.result = await handover.work()
      sem_post(handover.done)
    }
    while sem_wait(handover.done) != 0 {}
    return handover.result
  }
}
